import type { RunSpec } from '../../../api/marathon/run-spec.ts';

/** Equality of plain data, whatever the order of keys; an absent key equals an undefined one. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, index) => sameData(value, b[index]));
  const left: Record<string, unknown> = { ...a };
  const right: Record<string, unknown> = { ...b };
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameData(left[key], right[key]));
}

function configOf(spec: RunSpec): unknown {
  const { version: _version, versionInfo: _info, instances: _instances, ...config } = spec;
  return config;
}

/** Whether tasks of `a` would have to be replaced to be tasks of `b`: anything differs but the number of instances (§7.1). */
export const isConfigChange = (a: RunSpec, b: RunSpec): boolean => a !== b && !sameData(configOf(a), configOf(b));
