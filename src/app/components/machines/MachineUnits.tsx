import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import type { Tone } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';

type Unit = MachineDescription['units'][number];

const TONES: Record<Unit['state'], Tone> = { inactive: 'idle', activating: 'info', active: 'ok', deactivating: 'info', failed: 'danger' };

/** A longer list is set in two columns. */
const ONE_COLUMN = 6;

/** The components of a machine in the order of their start, each with what it waits for. */
export function MachineUnits({ machine }: { machine: MachineDescription }) {
  const words = useMachinesWords();
  return (
    <ul
      aria-label={words.components(machine.name)}
      className={classNames('grid gap-x-4 gap-y-0.5', machine.units.length > ONE_COLUMN && 'sm:grid-cols-2')}
    >
      {machine.units.map((unit) => {
        const state = unit.absent === undefined ? words.unitStates[unit.state] : words.absentUnit;
        return (
          <li key={unit.id} className="flex min-w-0 items-center gap-2 text-xs" title={unit.absent ?? unit.id}>
            <StatusIcon tone={unit.absent === undefined ? TONES[unit.state] : 'idle'} size={13} />
            <span className={unit.absent === undefined ? 'shrink-0' : 'shrink-0 text-muted'}>{unit.name}</span>
            <span className={unit.state === 'active' ? 'sr-only' : 'truncate text-muted'}>
              {unit.waitingFor === undefined ? state : words.waitingFor(unit.waitingFor)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
