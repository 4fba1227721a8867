import { readSimpleShell, type SimpleCommand, STDERR, STDOUT } from './simple-shell.ts';

/** Something a script writes. */
export interface ScriptOutput {
  /** Milliseconds after its start. */
  atMs: number;
  /** `STDOUT`, `STDERR` or a path within the sandbox. */
  file: string;
  text: string;
}

/** All that a script does: it is known from its beginning, since it depends on nothing. */
export interface Script {
  outputs: ScriptOutput[];
  endsAtMs: number;
  exitCode: number;
}

/** A script that writes more is not acted out: it would fill the page's memory. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * What a command would do, if it only says and waits: `echo`, `printf`, `seq`, `sleep`, `mkdir`, `true`, `false`, `exit`, one
 * after the other, also into files. undefined for any other command: nobody can tell what it would do.
 */
export function simulatedScript(line: string, environment: Readonly<Record<string, string>>): Script | undefined {
  const commands = readSimpleShell(line, environment);
  if (commands === undefined || commands.length === 0) return undefined;
  const script: Script = { outputs: [], endsAtMs: 0, exitCode: 0 };
  let bytes = 0;
  for (const command of commands) {
    if ((command.after === '&&' && script.exitCode !== 0) || (command.after === '||' && script.exitCode === 0)) continue;
    const [name = ''] = command.words;
    const effect = COMMANDS[name]?.(command.words.slice(1), script.exitCode);
    if (effect === undefined) return undefined;
    const { text = '', sleepMs = 0, exitCode = 0, exits = false } = effect;
    const file = outputFile(command);
    // `>` empties a file; files here only grow
    if (file === undefined || (!command.output.append && script.outputs.some((output) => output.file === file))) return undefined;
    if (text !== '') script.outputs.push({ atMs: script.endsAtMs, file, text });
    bytes += text.length;
    if (bytes > MOST_BYTES) return undefined;
    script.endsAtMs += sleepMs;
    script.exitCode = exitCode;
    if (exits) break;
  }
  return script;
}

/** The file of a command's output within the sandbox; undefined when it would be outside, or what the executor has written already. */
function outputFile({ output: { file, append } }: SimpleCommand): string | undefined {
  if (file === STDOUT || file === STDERR) return file;
  const inSandbox = file.replace(/^(?:\/mnt\/mesos\/sandbox\/|\.\/)/, '');
  const leaves = inSandbox.startsWith('/') || inSandbox.split('/').includes('..') || inSandbox === '';
  return leaves || (!append && (inSandbox === 'stdout' || inSandbox === 'stderr')) ? undefined : inSandbox;
}

interface Effect {
  text?: string;
  sleepMs?: number;
  exitCode?: number;
  exits?: boolean;
}

/** undefined: with these arguments it does something that is not acted out. */
type Command = (words: readonly string[], lastExitCode: number) => Effect | undefined;

const COMMANDS: Record<string, Command> = {
  ':': () => ({}),
  true: () => ({}),
  false: () => ({ exitCode: 1 }),
  exit: ([code], last) =>
    code === undefined || /^\d+$/.test(code) ? { exitCode: code === undefined ? last : Number(code) & 255, exits: true } : undefined,
  echo: (words) => {
    const options = words.findIndex((word) => !/^-[ne]+$/.test(word));
    const flags = words.slice(0, options === -1 ? words.length : options).join('');
    const text = words.slice(options === -1 ? words.length : options).join(' ');
    return { text: (flags.includes('e') ? escaped(text) : text) + (flags.includes('n') ? '' : '\n') };
  },
  printf: ([format, ...rest]) => (format === undefined || rest.length > 0 || format.includes('%') ? undefined : { text: escaped(format) }),
  // what a directory holds makes it: an empty one is of no use here
  mkdir: (words) => (words.length > 0 ? {} : undefined),
  sleep: (words) => {
    const durations = words.map(sleepMs);
    return durations.length === 0 || durations.some(Number.isNaN) ? undefined : { sleepMs: durations.reduce((a, b) => a + b, 0) };
  },
  seq: (words) => {
    const [first = NaN, last = first] = words.map(Number);
    const from = words.length === 1 ? 1 : first;
    if (words.length > 2 || !Number.isInteger(from) || !Number.isInteger(last) || last - from > MOST_BYTES / 2) return undefined;
    return { text: Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => `${from + index}\n`).join('') };
  },
};

const SLEEP_UNITS: Record<string, number> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function sleepMs(word: string): number {
  if (word === 'infinity') return Infinity;
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(word) ?? [];
  return amount === undefined ? NaN : Number(amount) * (SLEEP_UNITS[unit] ?? NaN);
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', e: '\u001B', a: '\u0007', b: '\b', '\\': '\\' };

/** As `printf` and `echo -e` read it. */
const escaped = (text: string): string =>
  text.replaceAll(/\\(?:0?([0-7]{1,3})|x([0-9a-f]{1,2})|([ntreab\\]))/gi, (all, octal?: string, hex?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return ESCAPES[letter ?? ''] ?? all;
  });
