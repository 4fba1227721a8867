import type { AppDefinition, Container, ContainerVolume } from './definition.ts';
import type { Violation } from './faults.ts';

const KINDS = ['hostPath', 'persistent', 'external', 'secret'] as const;

function checkPersistent({ containerPath, persistent, mode }: ContainerVolume, path: string): Violation[] {
  if (!persistent) return [];
  const found: Violation[] = [];
  if (containerPath.includes('/') || containerPath === '.' || containerPath === '..') {
    found.push({ path: `${path}/containerPath`, error: 'the path of a persistent volume must be one name, without slashes' });
  }
  if (persistent.size <= 0) found.push({ path: `${path}/persistent/size`, error: `got ${persistent.size}, expected more than 0` });
  if (mode === 'RO') found.push({ path: `${path}/mode`, error: 'a persistent volume must have mode RW' });
  if (persistent.maxSize !== undefined && persistent.type !== 'mount') {
    found.push({ path: `${path}/persistent/maxSize`, error: 'only volumes of type mount may have a maxSize' });
  }
  return found;
}

function checkVolume(volume: ContainerVolume, path: string): Violation[] {
  const kinds = KINDS.filter((kind) => volume[kind] !== undefined);
  if (kinds.length !== 1) return [{ path, error: 'a volume must have exactly one of hostPath, persistent, external and secret' }];
  if (volume.hostPath !== undefined && volume.mode === undefined)
    return [{ path: `${path}/mode`, error: 'a host volume must have a mode: RO or RW' }];
  return checkPersistent(volume, path);
}

function checkDocker({ type, docker }: Container): Violation[] {
  if (!docker) return type === 'DOCKER' ? [{ path: '/container/docker', error: 'not defined' }] : [];
  const found: Violation[] = [];
  if (docker.image === '') found.push({ path: '/container/docker/image', error: 'must not be empty' });
  if (docker.pullConfig && type === 'DOCKER') {
    found.push({ path: '/container/docker/pullConfig', error: 'pullConfig is not supported with Docker containerizer' });
  }
  if (docker.parameters?.length && type === 'MESOS') {
    found.push({ path: '/container/docker/parameters', error: 'parameters are only supported with Docker containerizer' });
  }
  return found;
}

/** Rules of the container and its volumes. */
export function checkContainer({ container, instances }: AppDefinition): Violation[] {
  if (!container) return [];
  const volumes = container.volumes.flatMap((volume, index) => checkVolume(volume, `/container/volumes(${index})`));
  if (instances > 1 && container.volumes.some(({ external }) => external?.provider === 'dvdi')) {
    volumes.push({ path: '/instances', error: 'an app with a dvdi volume may have only one instance' });
  }
  return [...checkDocker(container), ...volumes];
}
