/** Where a command writes: results to `out`, progress and faults to `note`. */
export interface Terminal {
  /** A line of the result. */
  out(line: string): void;
  /** A line about how it goes. */
  note(line: string): void;
  /** A line that the next one takes the place of; nothing where there is no terminal. */
  live(line: string): void;
  paint(colour: Colour, text: string): string;
  /** Whether somebody is there to answer and to see lines change. */
  readonly isInteractive: boolean;
}

export type Colour = 'green' | 'red' | 'yellow' | 'grey' | 'bold';

const CODES: Record<Colour, number> = { green: 32, red: 31, yellow: 33, grey: 90, bold: 1 };
const CLEAR_LINE = '\r\u001b[K';

interface Stream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Colours are for a terminal alone, and not even there when NO_COLOR is set (no-color.org) or TERM is `dumb`. */
export function createTerminal(stdout: Stream, stderr: Stream, env: Record<string, string | undefined>): Terminal {
  const isInteractive = stderr.isTTY === true && env['TERM'] !== 'dumb';
  const isColoured = isInteractive && stdout.isTTY === true && !env['NO_COLOR'];
  let hasLive = false;
  const clear = (): void => {
    if (hasLive) stderr.write(CLEAR_LINE);
    hasLive = false;
  };
  return {
    out(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    note(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    live(line) {
      if (!isInteractive) return;
      clear();
      stderr.write(line.slice(0, (stderr.columns ?? 80) - 1));
      hasLive = true;
    },
    paint: (colour, text) => (isColoured ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text),
    isInteractive,
  };
}
