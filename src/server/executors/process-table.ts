import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** One process as the kernel counts it. CPU times include those of its children that have ended. */
export interface ProcessRecord {
  pid: number;
  /** One letter: `R` running, `S` sleeping, `Z` ended but not yet taken note of by its parent, … */
  state: string;
  group: number;
  session: number;
  /** Tells this process from a later one with the same pid; comparable only as text. */
  startTime: string;
  userSeconds: number;
  systemSeconds: number;
}

/** The kernel's tick for user space, fixed at 1/100 s on every architecture that Node runs on (USER_HZ). */
const TICKS_PER_SECOND = 100;
const isLinux = process.platform === 'linux';
const run = promisify(execFile);

/** Parses `/proc/<pid>/stat` (proc(5)); undefined for anything else. The name in parentheses may hold blanks and parentheses. */
export function parseProcStat(line: string): ProcessRecord | undefined {
  const nameEnd = line.lastIndexOf(')');
  const pid = Number.parseInt(line, 10);
  // Field 3 (state) is the first one after the name.
  const fields = line
    .slice(nameEnd + 2)
    .trim()
    .split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  if (nameEnd < 0 || !Number.isInteger(pid) || fields.length < 20) return undefined;
  return {
    pid,
    state: fields[0] ?? '',
    group: field(5),
    session: field(6),
    startTime: fields[22 - 3] ?? '',
    userSeconds: (field(14) + field(16)) / TICKS_PER_SECOND,
    systemSeconds: (field(15) + field(17)) / TICKS_PER_SECOND,
  };
}

/** `[[days-]hours:]minutes:seconds` as ps prints CPU time, in seconds. */
export function parsePsTime(text: string): number {
  const [clock = '', days = '0'] = text.split('-').toReversed();
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

/** A process that has not ended; undefined when there is none with this pid. */
async function readProcess(pid: number): Promise<ProcessRecord | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const record = parseProcStat(line);
  // A zombie has ended; where process 1 does not collect orphans (some containers) it would stay for ever.
  return record?.state === 'Z' ? undefined : record;
}

/** When the process started, as text to compare; undefined when there is none with this pid. */
export async function processStartTime(pid: number): Promise<string | undefined> {
  if (isLinux) return (await readProcess(pid))?.startTime;
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

/** The processes of a session (and group, where sessions are not told apart) that the leader `leader` began. */
export async function membersOf(leader: number): Promise<ProcessRecord[]> {
  if (!isLinux) return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const records = await Promise.all(pids.map((pid) => readProcess(Number(pid))));
  return records.filter((record) => record !== undefined).filter(({ session, group }) => session === leader || group === leader);
}

export interface GroupUsage {
  userSeconds: number;
  systemSeconds: number;
  residentBytes: number;
}

/** The same by ps, which knows only the sum of CPU times. */
async function usageByPs(leader: number): Promise<GroupUsage | undefined> {
  const { stdout } = await run('ps', ['-A', '-o', 'pgid=,time=,rss=']).catch(() => ({ stdout: '' }));
  const rows = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([group]) => Number(group) === leader);
  if (rows.length === 0) return undefined;
  return {
    userSeconds: rows.reduce((sum, [, time = '0']) => sum + parsePsTime(time), 0),
    systemSeconds: 0,
    residentBytes: rows.reduce((sum, [, , rss = '0']) => sum + Number(rss) * 1024, 0),
  };
}

/** What all processes that `leader` began use together; undefined when none is left. */
export async function groupUsage(leader: number): Promise<GroupUsage | undefined> {
  if (!isLinux) return usageByPs(leader);
  const members = await membersOf(leader);
  if (members.length === 0) return undefined;
  const resident = await Promise.all(members.map(({ pid }) => residentBytes(pid)));
  return {
    userSeconds: members.reduce((sum, { userSeconds }) => sum + userSeconds, 0),
    systemSeconds: members.reduce((sum, { systemSeconds }) => sum + systemSeconds, 0),
    residentBytes: resident.reduce((sum, bytes) => sum + bytes, 0),
  };
}
