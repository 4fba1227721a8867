import type { CSSProperties } from 'react';
import type { Look, TerminalColor } from './sgr.ts';

/** The sixteen colours of a terminal, each legible on the log's background by day and by night. */
const COLORS = [
  'light-dark(#1d1829, #a9a1bb)',
  'light-dark(#b3182a, #ff8a8f)',
  'light-dark(#0b6b3d, #5bd896)',
  'light-dark(#775000, #f0b64a)',
  'light-dark(#1a57b0, #82b6ff)',
  'light-dark(#96127f, #f39ae6)',
  'light-dark(#0a6375, #5fd0e4)',
  'light-dark(#55506a, #d6d1e2)',
  'light-dark(#5f5870, #948ca6)',
  'light-dark(#c41d30, #ffa3a7)',
  'light-dark(#0b7546, #86e6b1)',
  'light-dark(#865500, #ffd27d)',
  'light-dark(#2463c4, #a6ccff)',
  'light-dark(#ac1b92, #ffb8f3)',
  'light-dark(#0b7185, #92e3f2)',
  'light-dark(#3a3450, #ffffff)',
] as const;

/** Colours that a program mixed itself are drawn towards the text's: white letters would vanish by day. */
const colorOf = (color: TerminalColor): string =>
  typeof color === 'number' ? (COLORS[color] ?? 'inherit') : `color-mix(in oklab, ${color} 60%, var(--text))`;

const backgroundOf = (color: TerminalColor): string =>
  `color-mix(in oklab, ${typeof color === 'number' ? (COLORS[color] ?? color) : color} 22%, transparent)`;

/** The style of a span; undefined where it looks like any text. */
export function styleOf(look: Look): CSSProperties | undefined {
  if (Object.keys(look).length === 0) return undefined;
  const { color, background, inverse } = look;
  const decoration = [look.underline && 'underline', look.strike && 'line-through'].filter(Boolean).join(' ');
  return {
    ...(color !== undefined && { color: colorOf(color) }),
    ...(background !== undefined && { background: backgroundOf(background) }),
    ...(inverse && { color: 'var(--sunken)', background: color === undefined ? 'var(--text)' : colorOf(color) }),
    ...(look.bold && { fontWeight: 700 }),
    ...(look.dim && { opacity: 0.8 }),
    ...(look.italic && { fontStyle: 'italic' }),
    ...(decoration !== '' && { textDecorationLine: decoration }),
  };
}
