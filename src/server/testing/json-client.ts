import type { LocalServer } from './local-server.ts';

export interface JsonClient {
  call: (method: string, at: string, body?: unknown) => Promise<Response>;
  /** Throws when the answer is no success. */
  read: <T>(at: string) => Promise<T>;
}

/** Asks a server that was started without a login. `server`: asked for at each call, since tests start it later. */
export function jsonClient(server: () => LocalServer): JsonClient {
  const call: JsonClient['call'] = (method, at, body) =>
    fetch(`${server().origin()}${at}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    call,
    read: async <T>(at: string) => {
      const answer = await call('GET', at);
      if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
  };
}
