import type Dockerode from 'dockerode';

interface Dial {
  path: string;
  method: 'POST';
  isStream: true;
  statusCodes: Record<number, true | string>;
}

/**
 * Resolves when the container does not run (any more). Rejects when there is none, or the connection broke.
 * Not by the library's own `wait`: its answer begins at once and ends with the container, and when it is cut in between the
 * library never says so.
 */
export async function awaitEnd(docker: Dockerode, name: string): Promise<void> {
  const call: Dial = {
    path: `/containers/${name}/wait`,
    method: 'POST',
    isStream: true,
    statusCodes: { 200: true, 404: 'no such container' },
  };
  const answer = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    docker.modem.dial(call, (fault: unknown, stream?: unknown) => {
      if (stream) resolve(stream as NodeJS.ReadableStream);
      else reject(fault instanceof Error ? fault : new Error(String(fault)));
    });
  });
  for await (const _ of answer) {
    // The exit code in it is read by inspect, together with all else about the end.
  }
}
