import { ArrowDown, Box } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { UnitDescription } from '../../../api/machines/cluster.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { useUnitWords } from '../../i18n/unit-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import type { NodeTask } from '../../live/node-tasks.ts';
import { paths } from '../../paths.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { TONE_SOFT } from '../../ui/tones.ts';
import { classNames } from '../../util/class-names.ts';
import { type LayerName, layersOf } from './diagram-layers.ts';
import { MachineState } from './MachineState.tsx';
import { unitPage } from './unit-page.ts';
import { shownState, unitTone } from './unit-state.ts';

/** What a layer has to do with the one below it. */
const FLOWS: Partial<Record<LayerName, 'routes' | 'schedules' | 'elects'>> = {
  entry: 'routes',
  services: 'schedules',
  kernel: 'elects',
};

export interface NodeDiagramProps {
  title: string;
  machine: MachineDescription;
  /** What runs on it; undefined for a machine without an agent. */
  tasks?: readonly NodeTask[];
  /** Chooses another machine of its kind. */
  choice?: ReactNode;
}

/** A node of DC/OS as the picture of its architecture has it: layers of components, and what passes between them. */
export function NodeDiagram({ title, machine, tasks, choice }: NodeDiagramProps) {
  const { diagram } = useUnitWords();
  const layers = layersOf(machine.units);
  const own = machine.units.filter(({ absent }) => absent === undefined);
  const active = own.filter(({ state }) => state === 'active').length;
  return (
    <section aria-label={`${title} ${machine.name}`} className="flex min-w-0 flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-2">
        <h2 className="font-semibold">
          {title} {machine.name}
        </h2>
        <MachineState state={machine.state} />
        <span className="text-xs text-muted">{diagram.summary(active, own.length)}</span>
        {choice !== undefined && <span className="ml-auto">{choice}</span>}
      </header>
      {layers.map(({ name, units }, index) => {
        const flow = index < layers.length - 1 ? FLOWS[name] : undefined;
        return (
          <Fragment key={name}>
            <div className="rounded-lg bg-sunken p-3">
              <h3 className="pb-2 text-xs text-muted">{diagram.layers[name]}</h3>
              <ul className="grid grid-cols-1 gap-2 min-[26rem]:grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))]">
                {units.map((unit) => (
                  <UnitBox key={unit.id} machine={machine} unit={unit} />
                ))}
              </ul>
            </div>
            {name === 'agent' && tasks && <Tasks machine={machine} tasks={tasks} />}
            {flow && <Flow>{diagram.flows[flow]}</Flow>}
          </Fragment>
        );
      })}
    </section>
  );
}

function UnitBox({ machine, unit }: { machine: MachineDescription; unit: UnitDescription }) {
  const { unitStates, waitingFor } = useMachinesWords();
  const tone = unitTone(unit);
  return (
    <li>
      <Link
        to={unitPage(machine, unit.id)}
        className={classNames(
          'flex h-full items-start gap-2 rounded-md border px-3 py-2 hover:border-accent',
          tone === 'ok' ? 'border-line-strong bg-surface' : TONE_SOFT[tone],
          unit.absent !== undefined && 'border-dashed',
        )}
      >
        <span className="pt-0.5">
          <StatusIcon tone={tone} size={15} />
        </span>
        <span className="min-w-0">
          <span className="block font-medium">{unit.name}</span>
          <span className="block text-xs text-muted wrap-anywhere">
            {unit.waitingFor === undefined ? unitStates[shownState(unit)] : waitingFor(unit.waitingFor)}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Flow({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center justify-center gap-2 text-xs text-muted">
      <ArrowDown aria-hidden size={14} />
      {children}
    </p>
  );
}

/** More would make the picture a list. */
const SHOWN_TASKS = 6;

function Tasks({ machine, tasks }: { machine: MachineDescription; tasks: readonly NodeTask[] }) {
  const { diagram } = useUnitWords();
  const { agentId } = machine;
  return (
    <>
      <Flow>{diagram.flows.runs}</Flow>
      <div className="rounded-lg border border-dashed border-line-strong p-3">
        <h3 className="pb-2 text-xs text-muted">{diagram.tasks(tasks.length)}</h3>
        {agentId !== undefined && tasks.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {tasks.slice(0, SHOWN_TASKS).map(({ id, name }) => (
              <li key={id} className="min-w-0">
                <Link
                  to={paths.nodeTask(agentId, id)}
                  className="flex items-center gap-1.5 rounded-md border border-line bg-surface px-2 py-1 text-xs hover:border-accent"
                >
                  <Box aria-hidden size={13} className="shrink-0 text-accent" />
                  <span className="truncate">{name}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
