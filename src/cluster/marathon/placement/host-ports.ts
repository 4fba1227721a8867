import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { PodEndpoint } from '../../../api/marathon/pod-definition.ts';
import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import { addRanges, countRanges, subtractRanges, type Ranges } from '../../../api/mesos/ranges.ts';
import type { Range } from '../../../api/mesos/resources.ts';
import type { Random } from '../../kernel/random.ts';

/** One port of an app or pod in order: on the host an exact number, `any`, or `none` (a container with an address of its own). */
export type PortRequest = number | 'any' | 'none';

export const portRequests = (spec: RunSpec): PortRequest[] =>
  isPod(spec) ? spec.containers.flatMap(({ endpoints = [] }) => endpoints.map(requestOf)) : appPortRequests(spec);

const requestOf = ({ hostPort }: Pick<PodEndpoint, 'hostPort'>): PortRequest =>
  hostPort === undefined ? 'none' : hostPort === 0 ? 'any' : hostPort;

function appPortRequests(app: AppDefinition): PortRequest[] {
  const mappings = app.container?.portMappings;
  if (mappings && app.networks.some(({ mode }) => mode !== 'host')) return mappings.map(requestOf);
  // In host mode the numbers are service ports; they are meant for the host only when the app insists (§5).
  return (app.portDefinitions ?? []).map(({ port }) => (app.requirePorts && port !== 0 ? port : 'any'));
}

/** How many host ports that takes. */
export const hostPortCount = (requests: readonly PortRequest[]): number => requests.filter((request) => request !== 'none').length;

/**
 * Host ports for the requests, in order; undefined when the offered ranges do not have them. Ports without a wish are taken
 * from a random place on, one after the other, so that a port just freed is seldom the next one given.
 */
export function chooseHostPorts(
  offered: Ranges,
  requests: readonly PortRequest[],
  random: Random,
): { ports: (number | undefined)[]; taken: Range[] } | undefined {
  const exact = requests.filter((request) => typeof request === 'number');
  const exactRanges = exact.map((port) => ({ begin: port, end: port }));
  const free = subtractRanges(offered, exactRanges);
  if (countRanges(free) + new Set(exact).size !== countRanges(offered) || new Set(exact).size !== exact.length) return undefined;
  const wished = requests.filter((request) => request === 'any').length;
  const size = countRanges(free);
  if (wished > size) return undefined;
  const start = wished > 0 ? random.int(0, size - 1) : 0;
  const chosen = Array.from({ length: wished }, (_, index) => nthOf(free, (start + index) % size));
  const any = [...chosen];
  const ports = requests.map((request) => (request === 'any' ? any.shift() : request === 'none' ? undefined : request));
  return {
    ports,
    taken: addRanges(
      exactRanges,
      chosen.map((port) => ({ begin: port, end: port })),
    ),
  };
}

function nthOf(ranges: Ranges, index: number): number {
  let left = index;
  for (const { begin, end } of ranges) {
    const length = end - begin + 1;
    if (left < length) return begin + left;
    left -= length;
  }
  throw new RangeError(`There is no port number ${index} in these ranges`);
}
