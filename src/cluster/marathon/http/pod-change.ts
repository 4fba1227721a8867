import { faultOfPod, readPod } from '../../../api/marathon/pod.ts';
import type { PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { newPod } from '../../../api/marathon/pod-normalise.ts';
import type { AppDefaults } from '../../../api/marathon/normalise.ts';
import { invalid, invalidObject } from '../errors.ts';

/** A whole pod from a body. Errors: 422 for a wrong form and for a broken rule. */
export function readNewPod(body: unknown, defaults: AppDefaults): PodDefinition {
  const read = readPod(body);
  if (!read.ok) throw invalid(read.error);
  if (!read.pod.id.startsWith('/')) throw invalidObject('/id', 'Path needs to be absolute');
  const pod = newPod(read.pod, defaults);
  const fault = faultOfPod(pod, defaults);
  if (fault) throw invalid(fault);
  return pod;
}
