import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { Link, useLocation } from 'react-router';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { classNames } from '../../util/class-names.ts';
import { shownState, unitTone } from './unit-state.ts';

/** A longer list is set in two columns. */
const ONE_COLUMN = 6;

/** The components of a machine in the order of their start, each with what it waits for. */
export function MachineUnits({ machine }: { machine: MachineDescription }) {
  const words = useMachinesWords();
  const { search } = useLocation();
  return (
    <ul
      aria-label={words.components(machine.name)}
      className={classNames('grid gap-x-4 gap-y-0.5', machine.units.length > ONE_COLUMN && 'sm:grid-cols-2')}
    >
      {machine.units.map((unit) => {
        const shown = shownState(unit);
        return (
          <li key={unit.id} className="flex min-w-0 items-center gap-2 text-xs" title={unit.absent ?? unit.id}>
            <StatusIcon tone={unitTone(unit)} size={13} />
            <Link
              to={keepingSearch(machinePaths.unit(machine.name, unit.id), search)}
              preventScrollReset
              className={classNames('shrink-0 hover:underline', shown === 'absent' && 'text-muted')}
            >
              {unit.name}
            </Link>
            <span className={unit.state === 'active' ? 'sr-only' : 'truncate text-muted'}>
              {unit.waitingFor === undefined ? words.unitStates[shown] : words.waitingFor(unit.waitingFor)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
