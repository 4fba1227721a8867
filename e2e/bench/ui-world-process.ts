import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A world in a process of its own (see src/server/bench/ui-world.ts). */
export interface WorldProcess {
  url: string;
  stop(): void;
}

/** Starts it, its clock so many times as fast as real ones; rejects when it ends before it is ready. */
export function startWorldProcess(world: string, pages: string, speed = 1): Promise<WorldProcess> {
  const child = spawn(process.execPath, ['src/server/bench/ui-world.ts', world, pages, String(speed)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      const url = /^ready (\S+)/m.exec(text)?.[1];
      if (url !== undefined) resolve({ url, stop: () => child.kill() });
    });
    child.once('exit', (code) => reject(new Error(`The world ended with status ${code} before it was ready.`)));
  });
}
