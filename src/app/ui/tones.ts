/** What a status means to the reader; each product maps its own words onto these. */
export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'idle';

export const TONE_TEXT: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
  info: 'text-info',
  idle: 'text-idle',
};

export const TONE_FILL: Record<Tone, string> = {
  ok: 'bg-ok',
  warn: 'bg-warn',
  danger: 'bg-danger',
  info: 'bg-info',
  idle: 'bg-idle',
};

export const TONE_SOFT: Record<Tone, string> = {
  ok: 'border-ok/35 bg-ok/10',
  warn: 'border-warn/40 bg-warn/10',
  danger: 'border-danger/40 bg-danger/10',
  info: 'border-info/40 bg-info/10',
  idle: 'border-line bg-hover',
};
