import { HardDriveDownload, Server, ServerCog } from 'lucide-react';
import { Link } from 'react-router';
import type { MachineType } from '../../../api/machines/cluster.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import type { NodeTask } from '../../live/node-tasks.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../util/class-names.ts';
import { formatMegabytes } from '../../util/format.ts';
import { MachineButtons } from './MachineButtons.tsx';
import { MachineState } from './MachineState.tsx';
import { MachineTasks } from './MachineTasks.tsx';
import { MachineUnits } from './MachineUnits.tsx';

const ICONS = { master: ServerCog, 'agent-private': Server, 'agent-public': Server, boot: HardDriveDownload } satisfies Record<
  MachineType,
  unknown
>;

export interface MachineCardProps {
  machine: MachineDescription;
  /** What it leads of what is elected among several masters. */
  led: readonly string[];
  /** No other master would be up without it. */
  isLastMaster: boolean;
  /** What runs on it; undefined for a machine without an agent. */
  tasks: readonly NodeTask[] | undefined;
}

/** A machine as a box, with its components and tasks in it. */
export function MachineCard({ machine, led, isLastMaster, tasks }: MachineCardProps) {
  const words = useMachinesWords();
  const { name, type, ip, address, cpus, memory, memoryReserved, agentId, state } = machine;
  const Icon = ICONS[type];
  const isUp = state !== 'halted' && state !== 'not created';
  return (
    <section
      aria-label={name}
      className={classNames(
        'flex min-w-0 flex-col gap-3 rounded-xl border bg-surface p-4',
        isUp ? 'border-line' : 'border-dashed border-line-strong',
      )}
    >
      <div className="flex items-start gap-3">
        <Icon aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-x-2 font-semibold">
            {agentId === undefined ? (
              name
            ) : (
              <Link to={paths.node(agentId)} className="hover:underline">
                {name}
              </Link>
            )}
            <span className="text-xs font-normal text-muted">{words.types[type]}</span>
            {machine.added && <Badge>{words.addedHere}</Badge>}
          </h2>
          <p className="text-xs text-muted" title={address === ip ? undefined : address}>
            {ip} · {words.size(cpus, formatMegabytes(memory))}
            {memoryReserved > 0 && ` · ${words.reserved(formatMegabytes(memoryReserved))}`}
          </p>
          {led.length > 0 && <p className="text-xs text-info">{words.leads(led)}</p>}
        </div>
        <MachineState state={state} />
      </div>
      <MachineUnits machine={machine} />
      {tasks && agentId !== undefined && isUp && <MachineTasks machine={name} agentId={agentId} tasks={tasks} />}
      <MachineButtons machine={machine} isLastMaster={isLastMaster} />
    </section>
  );
}
