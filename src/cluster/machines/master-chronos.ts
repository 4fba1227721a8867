import { createChronos } from '../chronos/chronos.ts';
import { createChronosHttp } from '../chronos/http/chronos-http.ts';
import { createFollowerHttp } from '../chronos/http/follower-http.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CHRONOS_ELECTION } from '../zookeeper/elections.ts';
import { createLeadingService } from '../zookeeper/leading-service.ts';
import type { Machine } from './machine.ts';
import type { FrameworkProcess } from './master-marathon.ts';
import type { MasterOptions } from './master-machine.ts';
import type { Masters } from './masters.ts';

const CHRONOS_PORT = 4400;

export function createChronosProcess(kernel: Kernel, machine: Machine, masters: Masters, { pages }: MasterOptions): FrameworkProcess {
  const own = `${machine.ip}:${CHRONOS_PORT}`;
  const webuiUrl = pages === undefined ? `http://${own}` : `${pages}/service/chronos/`;
  const log = kernel.log.as(`chronos@${machine.name}`);
  const service = createLeadingService(
    { ...kernel, log },
    {
      connect: masters.ensemble.connect,
      candidacy: () => ({ ...CHRONOS_ELECTION, data: own }),
      lead() {
        const term = masters.agreed.lead('Chronos');
        const chronos = createChronos({ ...kernel, store: term.store, log }, { machine, findMaster: masters.leader, webuiUrl });
        return {
          chronos,
          fetch: createChronosHttp(chronos, { leader: own, log }),
          stop() {
            chronos.stop();
            term.end();
          },
        };
      },
    },
  );
  const follower = createFollowerHttp(own, masters.chronos.upstream);
  return {
    fetch: (request) => (service.work()?.fetch ?? follower)(request),
    leads: () => service.work() !== undefined,
    ready: () => service.work()?.chronos.ready() ?? masters.chronos.leader() !== undefined,
    stop: service.stop,
    crash: service.crash,
  };
}
