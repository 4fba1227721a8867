import type { AmountUnit } from './filter-fields.ts';

const BINARY: Record<string, number> = { k: 1 / 1024, m: 1, g: 1024, t: 1024 * 1024 };
const SECOND = 1_000;
const SPANS: Record<string, number> = { s: SECOND, m: 60 * SECOND, h: 3_600 * SECOND, d: 86_400 * SECOND, w: 604_800 * SECOND };

/** An amount as people write it: `0.5`, `2g` or `512mib` (in MiB), `80%` (a share). undefined when it is none. */
export function readAmount(text: string, unit: AmountUnit): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(%|[kmgt](?:i?b)?)?$/i.exec(text);
  const number = Number(match?.[1]);
  const suffix = match?.[2]?.toLowerCase();
  if (!match) return undefined;
  if (unit === 'percent') return suffix === undefined || suffix === '%' ? number / 100 : undefined;
  if (suffix === undefined) return number;
  const factor = BINARY[suffix.charAt(0)];
  return unit === 'megabytes' && factor !== undefined ? number * factor : undefined;
}

/** A length of time: `90s`, `5m`, `1h30m`, `2d`, `1w`, in milliseconds. undefined when it is none. */
export function readTimeSpan(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(s|min|m|h|d|w)/gi)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (SPANS[unit?.charAt(0).toLowerCase() ?? ''] ?? 0), 0);
}
