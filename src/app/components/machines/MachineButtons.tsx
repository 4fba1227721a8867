import { useLocation, useNavigate } from 'react-router';
import type { MachineAction } from '../../../api/machines/operations.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';

/** What can be done to a machine in its state. */
const CHOICES: Record<MachineDescription['state'], MachineAction[]> = {
  starting: ['halt', 'destroy'],
  running: ['halt', 'destroy'],
  failed: ['up', 'halt', 'destroy'],
  stopping: ['halt', 'destroy'],
  halted: ['up', 'destroy'],
  'not created': ['up'],
};

/** Each leads to a dialog that says what will happen. */
export function MachineButtons({ machine: { name, state }, isLastMaster }: { machine: MachineDescription; isLastMaster: boolean }) {
  const words = useMachinesWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const whyNot = state === 'stopping' ? words.whyNot.stopping : undefined;
  return (
    <div className="mt-auto flex flex-wrap gap-2 pt-1">
      {CHOICES[state].map((action) => (
        <Button
          key={action}
          size="sm"
          variant="outline"
          aria-label={words.actionsOf(words.actions[action], name)}
          disabledReason={isLastMaster && action !== 'up' ? words.whyNot.only : whyNot}
          onClick={() => void navigate(keepingSearch(machinePaths.action(name, action), search), { preventScrollReset: true })}
        >
          {words.actions[action]}
        </Button>
      ))}
    </div>
  );
}
