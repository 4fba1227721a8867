import Dockerode from 'dockerode';
import type { EngineAccess } from '../engine-connection.ts';

/** The engine that `DOCKER_HOST` names, or why the tests that need one are left out. */
export async function testEngine(): Promise<{ engine: EngineAccess } | { reason: string }> {
  const socket = process.env.DOCKER_HOST;
  if (socket === undefined) return { reason: 'DOCKER_HOST is not set' };
  const docker = new Dockerode();
  try {
    await docker.ping();
  } catch (fault) {
    return { reason: `no container engine answers at ${socket} (${String(fault)})` };
  }
  return { engine: { docker, socket, ready: Promise.resolve(), isStopping: () => false } };
}
