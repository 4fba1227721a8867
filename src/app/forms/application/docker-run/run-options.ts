import { shellWords } from './shell-words.ts';

/** An option of `docker run` by its long name; a switch has no value. */
export interface RunOption {
  name: string;
  value: string | undefined;
}

export interface RunCommand {
  options: RunOption[];
  image: string;
  args: string[];
}

const SHORT: Readonly<Record<string, string>> = {
  a: 'attach',
  c: 'cpu-shares',
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  p: 'publish',
  P: 'publish-all',
  q: 'quiet',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
};

/** All other options take a value. */
const SWITCHES: ReadonlySet<string> = new Set([
  'detach',
  'disable-content-trust',
  'init',
  'interactive',
  'no-healthcheck',
  'oom-kill-disable',
  'privileged',
  'publish-all',
  'quiet',
  'read-only',
  'rm',
  'sig-proxy',
  'tty',
]);

/** Reads `docker run [options] image [args]`, with what may stand before it (`$`, `sudo`). undefined: it is no such line. */
export function readRunCommand(line: string): RunCommand | undefined {
  const words = shellWords(line.trim().replace(/^[$#]\s+/, ''));
  if (!words) return undefined;
  const start = words[0] === 'sudo' ? 1 : 0;
  const rest = words.slice(start + (words[start + 1] === 'container' ? 3 : 2));
  if (!isDocker(words[start]) || words[start + (words[start + 1] === 'container' ? 2 : 1)] !== 'run') return undefined;
  const options: RunOption[] = [];
  while (rest[0]?.startsWith('-') && rest[0] !== '-') {
    const word = rest.shift() ?? '';
    if (word === '--') break;
    options.push(...(word.startsWith('--') ? longOption(word, rest) : shortOptions(word, rest)));
  }
  const [image, ...args] = rest;
  return image === undefined ? undefined : { options, image, args };
}

const isDocker = (word: string | undefined): boolean => word === 'docker' || word === 'podman';

/** `--name=value`, `--name value` or a switch. Takes its value from `rest`. */
function longOption(word: string, rest: string[]): RunOption[] {
  const [, name = '', value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  const long = name === 'net' ? 'network' : name;
  if (SWITCHES.has(long)) return value === 'false' ? [] : [{ name: long, value: undefined }];
  return [{ name: long, value: value ?? rest.shift() ?? '' }];
}

/** `-it`, `-p80:80`, `-dp 80:80`: switches in one word, the last of which may take a value. */
function shortOptions(word: string, rest: string[]): RunOption[] {
  const options: RunOption[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const name = SHORT[word.charAt(at)] ?? word.charAt(at);
    if (!SWITCHES.has(name)) {
      const value = word.slice(at + 1).replace(/^=/, '');
      return [...options, { name, value: value === '' ? (rest.shift() ?? '') : value }];
    }
    options.push({ name, value: undefined });
  }
  return options;
}
