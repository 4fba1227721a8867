import { realClock } from '../../cluster/kernel/clock.ts';
import { systemRandom } from '../../cluster/kernel/random.ts';
import { indexNames } from '../../cluster/mesos-dns/name-index.ts';
import { createDnsQueries, type DnsQueries } from '../../cluster/mesos-dns/queries.ts';
import { zoneOf } from '../../cluster/mesos-dns/records.ts';
import type { MesosState } from '../../cluster/mesos-dns/state.ts';

/** A state of so many tasks on 100 agents, each with one port. */
function stateOf(tasks: number): MesosState {
  const agent = (n: number): MesosState['slaves'][number] => ({
    id: `f-S${n}`,
    hostname: `10.0.1.${n}`,
    pid: `slave(1)@10.0.1.${n}:5051`,
  });
  return {
    leader: 'master@10.0.0.1:5050',
    slaves: Array.from({ length: 100 }, (_, n) => agent(n)),
    frameworks: [
      {
        name: 'marathon',
        hostname: 'm1',
        pid: 'scheduler@10.0.0.1:15101',
        tasks: Array.from({ length: tasks }, (_, n) => ({
          id: `app-${n}.1`,
          name: `app-${n}`,
          slave_id: `f-S${n % 100}`,
          state: 'TASK_RUNNING' as const,
          resources: { ports: `[${31_000 + (n % 900)}-${31_000 + (n % 900)}]` },
        })),
      },
    ],
  };
}

/** Answers from them, the state read anew as often as in the cluster. */
export function queriesOfTasks(tasks: number): DnsQueries {
  const state = JSON.stringify(stateOf(tasks));
  const read = async () => indexNames(zoneOf(JSON.parse(state) as MesosState, ['10.0.0.1']), (ip) => ip);
  return createDnsQueries({ clock: realClock(), random: systemRandom() }, read, false);
}
