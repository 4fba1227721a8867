import type { AppDefinition } from '../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import { resourcesOf, totalOf } from '../../api/mesos/quantities.ts';
import { countRanges } from '../../api/mesos/ranges.ts';
import { TASK_STATES } from '../../api/mesos/task.ts';
import { AppLockedError } from './core.ts';
import { withSpec } from './definitions/group-tree.ts';
import type { ProbeOutcome } from '../kernel/probe.ts';
import type { ReadinessResult } from './health/readiness-monitor.ts';
import { reservedPools } from './reservations/reservation-label.ts';
import { testPod } from './test-pod.test-support.ts';
import { SEED_AGENTS, testApp, testWorld, type TestWorld } from './test-world.test-support.ts';

/**
 * Golden scenarios as text. A line `> command` is done; the lines below it are all that it has to lead to, in order. Lines
 * with `#` are for the reader. Instances and tasks are numbered as they appear.
 *
 *   > create /id {fields}     > change /id {fields} [force]    > restart /id [force]   > remove /id
 *   > pod /id {fields}        a pod of the containers `one` and `two`, made or changed
 *   > together {"/a": {fields}, "/b": {fields}}               one change of several apps
 *   > cancel [force]          > kill 1 … [wipe]  (numbers of tasks)   > wait 5s        > show /id | queue | deployments | reserved
 *   > tasks TASK_STATE …      what each new task does from now on, in order (`none` for nothing)
 *   > probe answers 503        what HTTP says to those who want the response
 *   > task 1 TASK_STATE [message]   > probe ok | fails CAUSE    > launches arrive | get lost
 *   > agents back | gone     whether the master can answer for their tasks
 *   > health 1 good | bad [message]                           what the executor's check says
 *   > crash                   kill -9 of Marathon, and a new one   > master leaves
 */
export async function playScenario(text: string): Promise<string> {
  let outcome: ProbeOutcome = { ok: true };
  const world = testWorld({ probe: () => Promise.resolve(outcome) });
  await world.settle();
  const told = eventTeller();
  const played: string[] = [];
  world.events.length = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') played.push(line);
    if (!line.startsWith('> ')) continue;
    const [verb = '', ...rest] = line.slice(2).split(' ');
    if (verb === 'probe') outcome = probeOutcome(rest);
    const answer = await perform(world, told, verb, rest);
    played.push(line, ...world.events.splice(0).map(told.event), ...answer);
  }
  return played.join('\n');
}

function probeOutcome([word = '', ...rest]: string[]): ProbeOutcome {
  if (word === 'ok') return { ok: true };
  if (word === 'fails') return { ok: false, cause: rest.join(' ') };
  const status = Number(rest[0]);
  return { ok: status < 400, response: { status, contentType: 'text/plain', body: 'said' } };
}

type Teller = ReturnType<typeof eventTeller>;
type Command = (world: TestWorld, rest: string[], told: Teller) => string[] | void | Promise<void>;

const fields = (rest: string[]): Partial<AppDefinition> =>
  JSON.parse(
    rest
      .filter((word) => word !== 'force')
      .slice(1)
      .join(' ') || '{}',
  ) as Partial<AppDefinition>;
const forced = (rest: string[]): boolean => rest.at(-1) === 'force';

const COMMANDS: Record<string, Command> = {
  create: (world, rest) => void world.put(testApp(rest[0] ?? '', fields(rest))),
  pod: (world, rest) => void world.put(testPod(rest[0] ?? '', fields(rest))),
  change: (world, rest) => void world.change(rest[0] ?? '', fields(rest), forced(rest)),
  together(world, rest) {
    const apps = Object.entries(JSON.parse(rest.join(' ')) as Record<string, Partial<AppDefinition>>);
    world.marathon.core.update((root) => apps.reduce((tree, [id, more]) => withSpec(tree, testApp(id, more)), root), { force: false });
  },
  restart: (world, rest) => void world.marathon.core.update((root) => root, { force: forced(rest), restart: [rest[0] ?? ''] }),
  remove: (world, rest) => void world.remove(rest[0] ?? ''),
  cancel: (world, rest) => void world.marathon.core.cancelDeployment(world.marathon.core.deployments()[0]?.id ?? '', forced(rest)),
  kill: (world, rest, told) => void world.marathon.core.killTasks(numbers(rest).map(told.taskId), { wipe: rest.at(-1) === 'wipe' }),
  wait: (world, rest) => world.clock.advance(Number.parseFloat(rest[0] ?? '') * 1000),
  show: (world, rest, told) => show(world, rest[0] ?? '', told),
  tasks(world, rest) {
    world.mesos.life = () => TASK_STATES.filter((state) => rest.includes(state)).sort((a, b) => rest.indexOf(a) - rest.indexOf(b));
  },
  task(world, [number = '', state = '', ...message], told) {
    const known = TASK_STATES.find((name) => name === state);
    if (known) world.mesos.send(told.taskId(Number(number)), known, message.length > 0 ? { message: message.join(' ') } : {});
  },
  health(world, [number = '', word = '', ...message], told) {
    world.mesos.send(told.taskId(Number(number)), 'TASK_RUNNING', {
      healthy: word === 'good',
      ...(message.length > 0 && { message: message.join(' ') }),
    });
  },
  probe: () => undefined,
  agents: (world, rest) => void (world.mesos.agentsAreBack = rest[0] === 'back'),
  launches: (world, rest) => void (world.mesos.losesLaunches = rest[0] === 'get'),
  crash: (world) => world.restart(),
  master: (world) => world.mesos.drop(),
};

const numbers = (words: readonly string[]): number[] => words.map(Number).filter((number) => !Number.isNaN(number));

async function perform(world: TestWorld, told: Teller, verb: string, rest: string[]): Promise<string[]> {
  const command = COMMANDS[verb];
  if (!command) throw new Error(`There is no command '${verb}' in a scenario`);
  const answer: string[] = [];
  try {
    answer.push(...((await command(world, rest, told)) ?? []));
  } catch (fault) {
    if (!(fault instanceof AppLockedError)) throw fault;
    answer.push('refused: locked');
  }
  await world.settle();
  return [...answer, ...world.mesos.faults.splice(0), ...world.logged.splice(0)];
}

/** What is reserved for which instance on which agent, volumes by their paths. */
function showReserved({ mesos }: TestWorld, told: Teller): string[] {
  return SEED_AGENTS.flatMap(({ id, hostname }) =>
    [...reservedPools(mesos.resourcesOf(id), 'F-0000')].map(([instance, pool]) => {
      const { cpus, mem, disk, ports } = totalOf(pool);
      const volumes = resourcesOf(pool).flatMap((resource) => resource.disk?.volume?.container_path ?? []);
      const amounts = `${cpus} cpus, ${mem} mem, ${disk} disk, ${countRanges(ports)} ports`;
      return `on ${hostname} for ${told.instance(instance)}: ${amounts}, volumes ${volumes.join(' ')}`;
    }),
  );
}

function show(world: TestWorld, what: string, told: Teller): string[] {
  const { core } = world.marathon;
  if (what === 'reserved') return showReserved(world, told);
  if (what === 'queue') {
    const line = (app: string, count: number, seconds: number, reasons: string): string =>
      `queued ${app} ${count}, ${seconds} s left${reasons}`;
    return core.queue().map(({ spec, count, delay, rejectSummaryLastOffers }) => {
      const reasons = rejectSummaryLastOffers
        .filter(({ declined }) => declined > 0)
        .map(({ reason, declined }) => `, ${reason} ${declined}`);
      return line(spec.id, count, delay.timeLeftSeconds, reasons.join(''));
    });
  }
  if (what === 'deployments')
    return core
      .deployments()
      .flatMap(({ affectedApps, affectedPods, currentStep, steps, currentActions }) => [
        `deployment of ${[...affectedApps, ...affectedPods].join(' ')}: step ${currentStep} of ${steps.length}`,
        ...currentActions
          .flatMap(({ readinessCheckResults }) => readinessCheckResults as ReadinessResult[])
          .map(
            ({ name, taskId, ready, lastResponse }) =>
              `${name} of task ${told.taskNumber(taskId)}: ${ready ? 'ready' : 'not ready'}${lastResponse ? ` (${lastResponse.status} ${lastResponse.body})` : ''}`,
          ),
      ]);
  const spec = core.app(what) ?? core.pod(what);
  const instances = core.instances(what).map((instance) => {
    const { condition, state, version, hostPorts } = instance;
    const current = version === spec?.version ? 'this version' : 'older version';
    return `${told.instance(instance.id)} ${condition}${state ? ` (${state})` : ''}, ${current}, ${hostPorts.length} ports`;
  });
  const failure = core.lastTaskFailure(what);
  return [
    spec ? `${what} wants ${spec.instances}` : `${what} is not there`,
    ...instances,
    ...(failure ? [`last failure: ${failure.state} ${failure.message}`.trimEnd()] : []),
  ];
}

/** Events in one line each, with instances and tasks numbered in the order in which they are first told of. */
function eventTeller() {
  const instances: string[] = [];
  const tasks: string[] = [];
  const number = (list: string[], id: string): number => {
    if (!list.includes(id)) list.push(id);
    return list.indexOf(id) + 1;
  };
  const instance = (id: string): string => `instance ${number(instances, id)}`;
  const event = (told: MarathonEvent): string => {
    switch (told.eventType) {
      case 'instance_changed_event':
        return `${instance(told.instanceId)} ${told.condition}`;
      case 'instance_health_changed_event':
        return `${instance(told.instanceId)} healthy: ${told.healthy}`;
      case 'status_update_event':
        return `task ${number(tasks, told.taskId)} ${told.taskStatus}${told.message && ` ${told.message}`}`;
      case 'deployment_info':
      case 'deployment_step_success':
        return `${told.eventType} ${told.currentStep.actions.map(({ action, app, pod }) => `${action} ${app ?? pod}`).join(', ')}`;
      case 'unhealthy_instance_kill_event':
        return `${told.eventType} ${told.reason}`;
      case 'health_status_changed_event':
        return `${told.eventType} ${told.alive}`;
      default:
        return told.eventType;
    }
  };
  return { event, instance, taskNumber: (id: string): number => number(tasks, id), taskId: (nth: number): string => tasks[nth - 1] ?? '' };
}
