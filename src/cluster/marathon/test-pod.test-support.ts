import type { PodContainer, PodDefinition } from '../../api/marathon/pod-definition.ts';
import { newPod } from '../../api/marathon/pod-normalise.ts';
import { DC_OS_DEFAULTS } from '../../api/marathon/normalise.ts';
import { readPod } from '../../api/marathon/pod.ts';

export const sleeper = (name: string, more: Partial<PodContainer> = {}): object => ({
  name,
  exec: { command: { shell: 'sleep 1000' } },
  resources: { cpus: 0.1, mem: 16 },
  ...more,
});

/** A pod as the HTTP layer would hand it on: of the containers `one` and `two`, on the host's network, unless told otherwise. */
export function testPod(id: string, more: object = {}): PodDefinition {
  const read = readPod({ id, networks: [{ mode: 'host' }], containers: [sleeper('one'), sleeper('two')], ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return newPod(read.pod, DC_OS_DEFAULTS);
}
