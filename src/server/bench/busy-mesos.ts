import type { Offer } from '../../api/mesos/scheduler.ts';
import type { TaskInfo } from '../../api/mesos/task.ts';
import {
  testMachine,
  testMesos,
  testTask,
  type TestFramework,
  type TestMesos,
} from '../../cluster/mesos-master/test-mesos.test-support.ts';

/** A master with many agents and tasks in one process, where nothing but the master and agents takes time. */
export interface BusyMesos {
  mesos: TestMesos;
  framework: TestFramework;
  /** Something happens: one task ends, and another takes its place. */
  change: () => Promise<void>;
}

export async function busyMesos(agents: number, tasks: number): Promise<BusyMesos> {
  const mesos = testMesos();
  const framework = await mesos.framework({ roles: ['*'] });
  const resources = { cpus: 64, mem: 262_144, disk: 1_000_000, gpus: 0, ports: [{ begin: 31_000, end: 32_000 }] };
  for (let n = 0; n < agents; n++) {
    const machine = { ...testMachine(`n${n}`, 1), ip: `10.0.${Math.floor(n / 250)}.${n % 250}` };
    mesos.agent(machine.name, { machine, resources, workDir: `/var/lib/mesos/${machine.name}` });
  }
  await mesos.settle();
  const each = Math.ceil(tasks / agents);
  let made = 0;
  // as Marathon's tasks have it, each has a port of its own on its agent
  const next = (port: number): TaskInfo => testTask(`task-${made++}`, { cpus: 0.1, mem: 32, ports: [{ begin: port, end: port }] });
  const launch = (offer: Offer, count: number, from: number): void =>
    framework.accept(
      Array.from({ length: count }, (_, n) => next(from + n)),
      offer,
    );
  for (const offer of framework.offers.values()) launch(offer, Math.min(each, tasks - made), 31_000);
  await mesos.settle();
  const running = mesos.containers.running().length;
  if (running !== tasks) throw new Error(`Only ${running} of ${tasks} tasks run.`);
  let ended = 0;
  return {
    mesos,
    framework,
    async change() {
      mesos.containers.end(`task-${ended++}`, { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
      await mesos.settle();
      const offer = framework.offers.values().next().value;
      if (offer) launch(offer, 1, 31_500 + (ended % 500));
      await mesos.settle();
    },
  };
}
