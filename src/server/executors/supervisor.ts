import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, fchownSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { Account } from '../system/system-names.ts';
import type { ProcessIdentity } from './process-group.ts';
import { parseProcStat, processStartTime } from './process-table.ts';

/**
 * The parent of a task. It outlives our server, so the exit status is known even when the server was killed meanwhile.
 * The task gets a session of its own by setsid(1); where there is none (macOS) the shell's job control gives it at least a
 * process group. `start` says who it is (pid, and on Linux its line of /proc) in a file and on descriptor 3, then becomes the task.
 * Descriptor 4 is the task's stderr: the supervisor's own is closed, since some shells write "Killed" there.
 */
const SUPERVISOR = `
setsid=$1 state=$2
shift 2
start='read -r stat </proc/$$/stat; echo "$$ $stat" >"$0/process"; echo "$$ $stat" >&3; exec 2>&4 3>&- 4>&-; exec "$@"'
exec 4>&2 2>/dev/null
if [ "$setsid" ]; then
  "$setsid" /bin/sh -c "$start" "$state" "$@"
else
  set -m
  /bin/sh -c "$start" "$state" "$@" &
  wait $!
fi
echo $? >"$state/status"
`;

function findSetsid(): string {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(directory, 'setsid');
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return '';
}

export interface SupervisedCommand {
  argv: readonly string[];
  /** The sandbox: the working directory, and where `stdout` and `stderr` go. */
  directory: string;
  /** Where the process and its exit status are written down. */
  stateDirectory: string;
  environment: Record<string, string>;
  /** Run as this account; ours when left out. */
  account?: Account;
}

export interface Supervised {
  /** Resolves when the task is about to begin. Rejects when the system refused to start a process. */
  started: Promise<ProcessIdentity>;
  /** Resolves when the supervisor is gone; the status is then in the state directory. */
  ended: Promise<void>;
}

async function parseIdentity(line: string): Promise<ProcessIdentity> {
  const [pid = '', ...stat] = line.split(' ');
  const record = parseProcStat(stat.join(' '));
  return { pid: Number(pid), startTime: record?.startTime ?? (await processStartTime(Number(pid))) ?? '' };
}

/** Starts the command; what it writes goes straight to the files of its sandbox, whether we live or not. */
export function startSupervised(command: SupervisedCommand): Supervised {
  const { directory, stateDirectory, account } = command;
  const stdout = openSync(join(directory, 'stdout'), 'a');
  const stderr = openSync(join(directory, 'stderr'), 'a');
  if (account) for (const file of [stdout, stderr]) fchownSync(file, account.uid, account.gid);
  // A relative way there also works for an account that may not enter the directories above.
  const state = relative(directory, stateDirectory);
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'supervisor', findSetsid(), state, ...command.argv], {
    cwd: directory,
    env: command.environment,
    detached: true,
    stdio: ['ignore', stdout, stderr, 'pipe'],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  closeSync(stdout);
  closeSync(stderr);
  child.unref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const report = child.stdio[3];
  const started = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    if (report && 'readable' in report) createInterface({ input: report }).once('line', resolve);
    // not with its exit: what a short command reported may still be on its way then
    child.once('close', () => reject(new Error('the process ended before it began to run the command')));
  });
  return { started: started.then(parseIdentity), ended };
}

/** Exit status of the command as written by its supervisor; undefined while it runs, or when the supervisor was killed. */
export async function readStatus(stateDirectory: string): Promise<number | undefined> {
  const text = await readFile(join(stateDirectory, 'status'), 'utf8').catch(() => '');
  return text.endsWith('\n') ? Number(text) : undefined;
}

/** The process as it was written down when it started; undefined when it never did. */
export async function readIdentity(stateDirectory: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(join(stateDirectory, 'process'), 'utf8').catch(() => '');
  return text.endsWith('\n') ? parseIdentity(text.trim()) : undefined;
}
