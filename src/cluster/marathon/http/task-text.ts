import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Instance } from '../core.ts';
import { servicePortsOf } from '../definitions/service-ports.ts';
import { isRunning } from './task-view.ts';

/** IP-per-task apps have no ports on the host that a load balancer could use. */
const isOnHostPorts = (app: AppDefinition): boolean => app.networks.every(({ mode }) => mode !== 'container');

function lines(app: AppDefinition, instances: readonly Instance[]): string[] {
  const name = app.id.slice(1).replaceAll('/', '_');
  const running = instances.filter(isRunning);
  const ports = servicePortsOf(app);
  if (ports.length === 0) return [`${name}\t \t${running.map(({ host }) => `${host ?? ''}\t`).join('')}\n`];
  return ports.map(
    (port, index) => `${name}\t${port}\t${running.map(({ host, hostPorts }) => `${host ?? ''}:${hostPorts[index] ?? 0}\t`).join('')}\n`,
  );
}

/** Running tasks as load balancers of old read them: a line for each app and service port, columns between tabs. */
export const tasksAsText = (apps: readonly AppDefinition[], instancesOf: (appId: string) => readonly Instance[]): string =>
  apps
    .filter(isOnHostPorts)
    .flatMap((app) => lines(app, instancesOf(app.id)))
    .join('');
