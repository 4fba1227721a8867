/** One command of a simple line: its words with quotes taken off, and where its output goes. */
export interface SimpleCommand {
  words: string[];
  output: { file: string; append: boolean };
  /** What joins it to the command before: `;` always runs, `&&` after success, `||` after failure. */
  after: ';' | '&&' | '||';
}

/** Where output goes that is not redirected. */
export const STDOUT = '/dev/stdout';
export const STDERR = '/dev/stderr';

type Token = { kind: 'word'; text: string } | { kind: 'operator'; text: string };

/** An operator, blanks, or one piece of a word: quoted either way, escaped, a variable, plain text. */
const TOKEN = /(;|&&|\|\||>>?&?\d?|\n)|([ \t]+)|'([^']*)'|"((?:[^"\\`]|\\.)*)"|\\(.)|([\w%+,./:=@^~-]+|\$\w+|\$\{\w+\})/gsy;

/**
 * Reads a line of shell that only runs simple commands one after the other, with quotes, variables and output into files. undefined
 * for everything else (pipes, loops, substitutions, patterns, jobs): it is not understood, rather than understood wrongly.
 */
export function readSimpleShell(line: string, environment: Readonly<Record<string, string>>): SimpleCommand[] | undefined {
  const tokens = tokenize(line, environment);
  return tokens && commandsOf(tokens);
}

function tokenize(line: string, environment: Readonly<Record<string, string>>): Token[] | undefined {
  const tokens: Token[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) tokens.push({ kind: 'word', text: word });
    word = undefined;
  };
  let at = 0;
  for (const match of line.matchAll(TOKEN)) {
    const [all, operator, blank, single, double, escaped, plain] = match;
    at = match.index + all.length;
    // `2>file` redirects errors, which our commands have none of
    if (operator?.startsWith('>') && /^\d+$/.test(word ?? '')) return undefined;
    if (operator !== undefined || blank !== undefined) endWord();
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator === '\n' ? ';' : operator });
    else if (blank === undefined) word = (word ?? '') + (single ?? escaped ?? expanded(plain ?? unescaped(double ?? ''), environment));
  }
  endWord();
  return at === line.length ? tokens : undefined;
}

const unescaped = (text: string): string => text.replaceAll(/\\(["\\$`])/g, '$1');

const expanded = (text: string, environment: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$(?:(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => environment[bare ?? braced ?? ''] ?? '');

function commandsOf(tokens: readonly Token[]): SimpleCommand[] | undefined {
  const commands: SimpleCommand[] = [];
  const fresh = (after: SimpleCommand['after']): SimpleCommand => ({ words: [], output: { file: STDOUT, append: true }, after });
  let current = fresh(';');
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'word') {
      if (token) current.words.push(token.text);
    } else if (token.text.startsWith('>')) {
      const target = redirection(token.text, tokens[index + 1]);
      if (target === undefined) return undefined;
      current.output = target.output;
      index += target.used;
    } else {
      if (current.words.length > 0) commands.push(current);
      else if (token.text !== ';') return undefined;
      current = fresh(token.text === '&&' || token.text === '||' ? token.text : ';');
    }
  }
  if (current.words.length > 0) commands.push(current);
  else if (current.after !== ';') return undefined;
  return commands;
}

function redirection(operator: string, next: Token | undefined): { output: SimpleCommand['output']; used: number } | undefined {
  if (operator === '>&2') return { output: { file: STDERR, append: true }, used: 0 };
  if (operator === '>&1') return { output: { file: STDOUT, append: true }, used: 0 };
  if (!/^>>?$/.test(operator) || next?.kind !== 'word') return undefined;
  return { output: { file: next.text, append: operator === '>>' }, used: 1 };
}
