import { createConnection } from 'node:net';
import type { ServerAddress } from './connection.ts';

const TIMEOUT_MS = 3_000;

/** What a server answers to a word of four letters such as `ruok`. Rejects where it takes no connection, or says nothing for 3 s. */
export async function fourLetters({ host, port }: ServerAddress, word: string): Promise<string> {
  const socket = createConnection({ host, port });
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`${host}:${port} does not answer.`)));
  socket.write(word);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}
