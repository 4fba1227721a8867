import type { AppDetail } from '../../../live/marathon-wire.ts';
import { type Endpoint, endpointsOf, healthOf, type InstanceHealth } from './app-facts.ts';
import { hostName, type Machines } from './machines.ts';

/** A port of one instance. */
export interface InstanceEndpoint extends Endpoint {
  taskId: string;
  /** As people call it: `a1`. */
  host: string;
  health: InstanceHealth;
}

export function appEndpoints(app: AppDetail, machines: Machines): InstanceEndpoint[] {
  return app.tasks.flatMap((task) =>
    endpointsOf(app, task, machines).map((endpoint) => ({
      ...endpoint,
      taskId: task.id,
      host: task.host ? hostName(machines, task.host) : '',
      health: healthOf(task),
    })),
  );
}
