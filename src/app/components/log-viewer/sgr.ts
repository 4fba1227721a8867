/** How a piece of a line looks, as its program asked by SGR ("Select Graphic Rendition") sequences: ECMA-48, 8.3.117. */
export interface Look {
  /** 0 to 7 are the terminal's colours, 8 to 15 the bright ones; others come as `rgb(…)`. */
  color?: TerminalColor;
  background?: TerminalColor;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  inverse?: boolean;
  strike?: boolean;
}
export type TerminalColor = number | `rgb(${string})`;

/** A piece of a line that looks the same throughout. */
export interface Span {
  text: string;
  look: Look;
}

const ESC = '\u001B';
const BEL = '\u0007';
/** SGR with its parameters, any other control sequence, a command to the system (titles, links), a short escape. */
const ESCAPES = new RegExp(`${ESC}(?:\\[([0-9;:]*)m|\\[[0-?]*[ -/]*[@-~]|\\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?|[ -/]*[0-~])`, 'g');
const CONTROLS = /[^\P{Cc}\t]/gu;

const PLAIN: Look = {};

/**
 * A line without its escape sequences, cut where its look changes. What moves the cursor is left out; after a carriage return
 * a line is written anew, so only what comes after the last one is seen. Each line begins plain: what came before the part of
 * the file that is shown cannot be known.
 */
export function parseSgr(line: string): Span[] {
  const seen = lastRewrite(line);
  if (!seen.includes(ESC)) return seen === '' ? [] : [{ text: withoutControls(seen), look: PLAIN }];
  const spans: Span[] = [];
  let look = PLAIN;
  let from = 0;
  const push = (to: number): void => {
    if (to > from) spans.push({ text: withoutControls(seen.slice(from, to)), look });
  };
  for (const match of seen.matchAll(ESCAPES)) {
    push(match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) look = changed(look, match[1]);
  }
  push(seen.length);
  return spans;
}

const lastRewrite = (line: string): string => {
  const end = line.endsWith('\r') ? line.length - 1 : line.length;
  return line.slice(line.lastIndexOf('\r', end - 1) + 1, end);
};

const withoutControls = (text: string): string => text.replace(CONTROLS, '');

function changed(before: Look, parameters: string): Look {
  let look = before;
  // colons separate the parts of one colour; read like semicolons they come to the same
  const codes = parameters.split(/[;:]/).map(Number);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48) {
      const { color, used } = extendedColor(codes.slice(index + 1));
      index += used;
      if (color !== undefined) look = withColor(look, code === 38 ? 'color' : 'background', color);
    } else look = withCode(look, code);
  }
  return look;
}

const withColor = (look: Look, where: 'color' | 'background', color: TerminalColor): Look => ({ ...look, [where]: color });

const SWITCHES: Record<number, Look> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { strike: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  29: { strike: false },
};

function withCode(look: Look, code: number): Look {
  if (code === 0) return PLAIN;
  if (code >= 30 && code <= 37) return withColor(look, 'color', code - 30);
  if (code >= 40 && code <= 47) return withColor(look, 'background', code - 40);
  if (code >= 90 && code <= 97) return withColor(look, 'color', code - 82);
  if (code >= 100 && code <= 107) return withColor(look, 'background', code - 92);
  const { color, background, ...rest } = look;
  if (code === 39) return { ...rest, ...(background !== undefined && { background }) };
  if (code === 49) return { ...rest, ...(color !== undefined && { color }) };
  return { ...look, ...SWITCHES[code] };
}

/** `5;n` is one of 256 colours, `2;r;g;b` any. */
function extendedColor([kind, ...values]: readonly number[]): { color?: TerminalColor; used: number } {
  if (kind === 5) {
    const color = paletteColor(values[0] ?? 0);
    return color === undefined ? { used: 2 } : { color, used: 2 };
  }
  if (kind !== 2) return { used: 1 };
  const [red = 0, green = 0, blue = 0] = values;
  return { color: rgb(red, green, blue), used: 4 };
}

/** The palette of xterm: the 16 colours of the terminal, a cube of 6 × 6 × 6, and 24 greys. */
function paletteColor(index: number): TerminalColor | undefined {
  if (!Number.isInteger(index) || index < 0 || index > 255) return undefined;
  if (index < 16) return index;
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return rgb(grey, grey, grey);
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return rgb(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

const rgb = (...parts: readonly [number, number, number]): TerminalColor =>
  `rgb(${parts.map((part) => Math.min(255, Math.max(0, Math.trunc(part) || 0))).join(' ')})`;
