import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ContainerSpec, ContainerUpdate } from '../../../cluster/executor/containerizer.ts';

/** A server that does nothing but launch one task, in a process that can be killed. */
export interface DoomedServer {
  /** Resolves with the first update of that type. */
  update(type: ContainerUpdate['type']): Promise<ContainerUpdate>;
  /** Has it kill the task with a grace that does not end; resolves when it has begun to. */
  kill(): Promise<void>;
  /** kill -9, and waits until it is dead. */
  die(): Promise<void>;
}

/** `kind` is the containerizer; `docker` needs `DOCKER_HOST`, and labels its container with `cluster`. */
export function launchInChild(kind: 'process' | 'docker', spec: ContainerSpec, cluster = 'doomed'): DoomedServer {
  const program = fileURLToPath(new URL('doomed-server.ts', import.meta.url));
  const child: ChildProcess = fork(program, [kind, JSON.stringify(spec), cluster], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const updates: ContainerUpdate[] = [];
  child.on('message', (update: ContainerUpdate) => updates.push(update));
  return {
    async update(type) {
      for (;;) {
        const found = updates.find((update) => update.type === type);
        if (found) return found;
        await once(child, 'message');
      }
    },
    async kill() {
      const begun = once(child, 'message');
      child.send('kill');
      await begun;
    },
    async die() {
      const dead = once(child, 'exit');
      child.kill('SIGKILL');
      await dead;
    },
  };
}
