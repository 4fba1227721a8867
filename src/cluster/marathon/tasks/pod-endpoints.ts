import type { PodDefinition, PodEndpoint } from '../../../api/marathon/pod-definition.ts';

/** An endpoint of a launched pod. */
export interface AllocatedEndpoint extends PodEndpoint {
  /** The name of the container that it belongs to. */
  container: string;
  /** Its port on the host, if it has one. */
  allocatedPort: number | undefined;
}

/** All endpoints of a pod in order, with the ports that they got. */
export const allocateEndpoints = ({ containers }: PodDefinition, hostPorts: readonly (number | undefined)[]): AllocatedEndpoint[] =>
  containers
    .flatMap(({ name, endpoints = [] }) => endpoints.map((endpoint) => ({ ...endpoint, container: name })))
    .map((endpoint, index) => ({ ...endpoint, allocatedPort: hostPorts[index] }));
