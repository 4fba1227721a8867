import { describe, expect, it } from 'vitest';
import { STDERR, STDOUT } from './simple-shell.ts';
import { simulatedScript } from './simulated-script.ts';

const said = (line: string, environment = {}): string | undefined =>
  simulatedScript(line, environment)
    ?.outputs.map(({ text }) => text)
    .join('');

it.each([
  ['true', 0, 0],
  ['false', 0, 1],
  ['exit 3', 0, 3],
  ['false; exit', 0, 1],
  ['sleep 5', 5000, 0],
  ['sleep 0.5 1m', 60_500, 0],
  ['sleep infinity', Infinity, 0],
  ['echo started; sleep 5; exit 1', 5000, 1],
  ['false && sleep 5', 0, 1],
  ['false || sleep 5', 5000, 0],
  ['sleep 1 && false || exit 7; sleep 9', 1000, 7],
  ['true\nfalse\n', 0, 1],
])('%s ends after %d ms with %d', (line, endsAtMs, exitCode) => {
  expect(simulatedScript(line, {})).toMatchObject({ endsAtMs, exitCode });
});

describe('what it writes', () => {
  it.each([
    ['echo a  b', 'a b\n'],
    [`echo "a  b" 'c"d' e\\ f`, 'a  b c"d e f\n'],
    ['echo -n a', 'a'],
    [String.raw`echo -e 'a\tb'`, 'a\tb\n'],
    [String.raw`printf '\033[31mred\033[0m\n'`, '\u001B[31mred\u001B[0m\n'],
    ['seq 3', '1\n2\n3\n'],
    ['seq 9 10', '9\n10\n'],
    ["echo '$PORT0'", '$PORT0\n'],
  ])('%s', (line, text) => expect(said(line)).toBe(text));

  it('knows the environment of the task', () => {
    expect(said('echo "$HOST:${PORT0}" $NOBODY', { HOST: 'a1', PORT0: '31000' })).toBe('a1:31000 \n');
  });

  it('has its time and its file', () => {
    expect(simulatedScript('echo a; sleep 2; echo b >&2; echo c >> deep/c.txt', {})?.outputs).toEqual([
      { atMs: 0, file: STDOUT, text: 'a\n' },
      { atMs: 2000, file: STDERR, text: 'b\n' },
      { atMs: 2000, file: 'deep/c.txt', text: 'c\n' },
    ]);
  });
});

it.each([
  'node server.js',
  'echo a | cat',
  'while true; do date; sleep 1; done',
  'echo $(date)',
  'echo `date`',
  'echo *',
  'sleep 5 &',
  'echo a > /etc/passwd',
  'echo a > ../../x',
  'echo a > x; echo b > x',
  'echo a > stdout',
  'echo a 2> b',
  'cat < x',
  "echo 'open",
  'sleep soon',
  'printf %s a',
  '&& true',
  'true &&',
  'exit now',
  'seq 1 99999999',
  '',
])('does not act out %s', (line) => expect(simulatedScript(line, {})).toBeUndefined());
