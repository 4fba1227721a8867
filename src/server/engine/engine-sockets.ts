import { join } from 'node:path';

/**
 * Where engines of this machine listen, in the order they are preferred: Docker before Podman, the system's before the user's.
 * Sources: the documentation of Docker (rootless, Desktop), Colima, OrbStack, Rancher Desktop and Podman.
 */
export function engineSockets(home: string, runtimeDirectory: string | undefined): string[] {
  const ofUser = (name: string): string[] => (runtimeDirectory === undefined ? [] : [join(runtimeDirectory, name)]);
  return [
    '/var/run/docker.sock',
    ...ofUser('docker.sock'),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    join(home, '.orbstack/run/docker.sock'),
    join(home, '.rd/docker.sock'),
    '/run/podman/podman.sock',
    ...ofUser('podman/podman.sock'),
    join(home, '.local/share/containers/podman/machine/podman.sock'),
  ];
}
