import { Link } from 'react-router';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { Banner } from '../../ui/Banner.tsx';

/** What is missing among the nodes: the master lists those that it has given up no more. */
export function LostNodes({ machines, unreachableTasks }: { machines: readonly MachineDescription[]; unreachableTasks: number }) {
  const words = useNodesWords();
  const halted = machines.filter(({ type, state }) => type.startsWith('agent') && state === 'halted').map(({ name }) => name);
  if (halted.length === 0 && unreachableTasks === 0) return undefined;
  return (
    <Banner
      tone="warn"
      title={unreachableTasks > 0 ? words.lost(unreachableTasks) : words.halted(halted.join(', '))}
      action={
        halted.length > 0 && (
          <Link to={machinePaths.machines()} className="text-accent hover:underline">
            {words.toMachines}
          </Link>
        )
      }
    >
      {unreachableTasks > 0 && (
        <p>
          {words.lostAdvice} {halted.length > 0 && words.halted(halted.join(', '))}
        </p>
      )}
    </Banner>
  );
}
