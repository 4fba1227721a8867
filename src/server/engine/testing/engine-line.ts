import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to an engine that can be cut, as if the engine went away, and joined again. */
export interface EngineLine {
  cut(): Promise<void>;
  join(): Promise<void>;
}

/** Forwards the socket `path` to the engine at `target` (also a socket's path) once joined. */
export function engineLine(path: string, target: string): EngineLine {
  const open = new Set<Socket>();
  let server: Server | undefined;
  const forward = (near: Socket): void => {
    const far = connect(target);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  };
  return {
    async join() {
      server = createServer(forward).listen(path);
      await once(server, 'listening');
    },
    async cut() {
      const closed = server && once(server, 'close');
      server?.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
