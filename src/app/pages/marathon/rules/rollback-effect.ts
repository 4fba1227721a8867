/** What rolling a deployment back does to one of the apps that it affects. */
export type RollbackEffect =
  | { kind: 'destroyed' }
  | { kind: 'restored' }
  | { kind: 'scaled'; from: number; to: number }
  | { kind: 'reverted'; keys: string[] }
  | { kind: 'restarted' };

type Definition = Readonly<Record<string, unknown>>;

/** Keys that say when, not what. */
const STAMPS: ReadonlySet<string> = new Set(['version', 'versionInfo']);

/**
 * From an app as it was before the deployment and as it is now; undefined where there was or is none. Two definitions that are alike
 * were but restarted.
 */
export function rollbackEffect(before: Definition | undefined, now: Definition | undefined): RollbackEffect {
  if (now === undefined) return { kind: 'restored' };
  if (before === undefined) return { kind: 'destroyed' };
  const keys = changedKeys(before, now);
  if (keys.length === 0) return { kind: 'restarted' };
  if (keys.length === 1 && keys[0] === 'instances')
    return { kind: 'scaled', from: Number(now['instances']), to: Number(before['instances']) };
  return { kind: 'reverted', keys };
}

function changedKeys(before: Definition, now: Definition): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (key) => !STAMPS.has(key) && JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  );
}
