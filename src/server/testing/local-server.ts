import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const READY_WITHIN_MS = 60_000;

export interface LocalServer {
  /** The address printed as ready, with the one-time login. Changes with each start. */
  url(): string;
  /** `http://127.0.0.1:<port>`, for programs: they send `authorization: token=…`. */
  origin(): string;
  /** The token for programs. */
  readonly token: string;
  readonly stateDirectory: string;
  /** What the server has logged so far. */
  log(): string;
  /** As a crash: no chance to clean up. */
  kill9(): Promise<void>;
  /** As Ctrl-C. Resolves to the exit code. */
  stop(): Promise<number>;
  /** Starts again on the same state directory and port. */
  restart(): Promise<void>;
  /** Stops the server with all its tasks and removes the state directory. */
  dispose(): Promise<void>;
}

/** Starts the real server as a user would, on a free port, with a state directory of its own; resolves when it says ready. */
export async function startLocalServer(root: string, args: readonly string[] = [], env: Record<string, string> = {}): Promise<LocalServer> {
  const stateDirectory = mkdtempSync(path.join(tmpdir(), 'dcos-local-e2e-'));
  const token = 'e2e-token-for-programs';
  let child: ChildProcess;
  let url = '';
  let log = '';
  let port = '0';

  const start = async (...more: string[]): Promise<void> => {
    const command = [
      'src/server/launch.mjs',
      'start',
      '--state',
      stateDirectory,
      '--port',
      port,
      '--token',
      token,
      '--no-open',
      ...args,
      ...more,
    ];
    child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    url = await readyUrl(child, () => log);
    port = new URL(url).port;
  };
  const exited = async (signal: NodeJS.Signals): Promise<number> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? 1;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode ?? 1;
  };

  await start();
  return {
    url: () => url,
    origin: () => `http://127.0.0.1:${port}`,
    token,
    stateDirectory,
    log: () => log,
    kill9: async () => void (await exited('SIGKILL')),
    stop: () => exited('SIGTERM'),
    restart: () => start(),
    async dispose() {
      await exited('SIGTERM');
      // a short last life on the same state, in which the tasks are stopped too
      await start('--keep-tasks', 'no');
      await exited('SIGTERM');
      rmSync(stateDirectory, { recursive: true, force: true });
    },
  };
}

async function readyUrl(child: ChildProcess, log: () => string): Promise<string> {
  if (!child.stdout) throw new Error('the server has no stdout');
  const lines = createInterface(child.stdout);
  const abort = AbortSignal.timeout(READY_WITHIN_MS);
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The server did not become ready: ${why}\n${log()}`));
    lines.on('line', (line) => {
      const ready = /^ready (\S+)$/.exec(line);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once('exit', (code) => fail(`it exited with ${code}`));
    abort.addEventListener('abort', () => fail(`nothing within ${READY_WITHIN_MS / 1000} s`));
  });
}
