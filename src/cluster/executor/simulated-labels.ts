/**
 * How a user steers a simulated task: labels of the app. Durations are `500ms`, `5s`, `2m` or `1h`.
 *
 * - `SIMULATE_PULL_TIME=10s`   the pull of its image takes that long, when the machine has not got it (default 100ms)
 * - `SIMULATE_START_DELAY=3s`   it takes that long from launch (after any pull) to running
 * - `SIMULATE_EXIT_AFTER=5s`    it ends by itself that long after it ran; without this it runs until it is killed
 * - `SIMULATE_EXIT_CODE=1`      how it then ends: 0 is TASK_FINISHED, anything else TASK_FAILED (default 0)
 * - `SIMULATE_IGNORE_TERM=true` it does not mind SIGTERM, so that a kill takes its whole grace period
 * - `SIMULATE_LOG_EVERY=1s`     how often it writes a line to stdout (default 5s)
 * - `SIMULATE_CHECK_EXIT_CODE=1` what its COMMAND health check exits with (default 0)
 */
export interface SimulatedLife {
  pullMs: number;
  startDelayMs: number;
  exitAfterMs?: number;
  exitCode: number;
  ignoresTerm: boolean;
  logEveryMs: number;
  checkExitCode: number;
}

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A line at least this far apart, so that a label cannot flood memory. */
const SHORTEST_LOG_INTERVAL_MS = 100;

function durationMs(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text.trim()) ?? [];
  const factor = UNIT_MS[unit];
  return factor === undefined ? undefined : Number(amount) * factor;
}

function exitCode(text: string): number | undefined {
  const code = Number(text);
  return /^\d+$/.test(text.trim()) && code <= 255 ? code : undefined;
}

/** Reads the labels; what is wrong with one is told in `problems`, and the default stays. */
export function simulatedLife(labels: Readonly<Record<string, string>>): { life: SimulatedLife; problems: string[] } {
  const problems: string[] = [];
  function read<T>(name: string, parse: (text: string) => T | undefined, expected: string): T | undefined {
    const text = labels[name];
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) problems.push(`The label ${name}=${text} is ignored: it has to be ${expected}.`);
    return value;
  }
  const duration = (name: string): number | undefined => read(name, durationMs, 'a duration such as 500ms, 5s or 2m');
  const code = (name: string): number => read(name, exitCode, 'an exit code from 0 to 255') ?? 0;
  const exitAfterMs = duration('SIMULATE_EXIT_AFTER');
  const life: SimulatedLife = {
    pullMs: duration('SIMULATE_PULL_TIME') ?? 100,
    startDelayMs: duration('SIMULATE_START_DELAY') ?? 0,
    ...(exitAfterMs !== undefined && { exitAfterMs }),
    exitCode: code('SIMULATE_EXIT_CODE'),
    ignoresTerm: labels['SIMULATE_IGNORE_TERM'] === 'true',
    logEveryMs: Math.max(SHORTEST_LOG_INTERVAL_MS, duration('SIMULATE_LOG_EVERY') ?? 5000),
    checkExitCode: code('SIMULATE_CHECK_EXIT_CODE'),
  };
  return { life, problems };
}
