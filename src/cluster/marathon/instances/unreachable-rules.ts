import type { UnreachableStrategy } from '../../../api/marathon/definition.ts';

/** `waited for`: counts as if it ran. `inactive`: another one takes its place. `expunged`: it is forgotten. */
export type UnreachableStage = 'waited for' | 'inactive' | 'expunged';

/** How far an instance is that has not been reached since then, and when it comes to the next stage. Times in ms. */
export function unreachableStage(
  since: number,
  strategy: UnreachableStrategy,
  now: number,
): { stage: UnreachableStage; nextInMs?: number } {
  if (strategy === 'disabled') return { stage: 'waited for' };
  const inactiveAt = since + strategy.inactiveAfterSeconds * 1000;
  const expungedAt = since + strategy.expungeAfterSeconds * 1000;
  if (now >= expungedAt) return { stage: 'expunged' };
  return now >= inactiveAt ? { stage: 'inactive', nextInMs: expungedAt - now } : { stage: 'waited for', nextInMs: inactiveAt - now };
}
