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
  ok: 'border-ok/35 bg-ok-soft',
  warn: 'border-warn/35 bg-warn-soft',
  danger: 'border-danger/35 bg-danger-soft',
  info: 'border-info/35 bg-info-soft',
  idle: 'border-line bg-hover',
};
