import { isSame } from '../app-change.ts';
import { objectAt, textAt } from '../../json/document-parts.ts';
import type { AppDocument } from '../form-values.ts';

export type Effect =
  | { kind: 'none' }
  | { kind: 'start'; instances: number }
  /** Running instances stay. */
  | { kind: 'scale'; from: number; to: number }
  /** All are replaced; `least` run meanwhile, never more than `most`. */
  | { kind: 'replace'; instances: number; least: number; most: number };

/**
 * What a change of an app means for its instances. Marathon replaces them all for any change but one of their number; the upgrade
 * strategy says how many run meanwhile.
 */
export function effectOf(running: AppDocument | undefined, wanted: AppDocument): Effect {
  const to = instancesOf(wanted);
  if (running === undefined) return { kind: 'start', instances: to };
  if (isSame(running, wanted)) return { kind: 'none' };
  const from = instancesOf(running);
  if (isSame({ ...running, instances: 0 }, { ...wanted, instances: 0 })) return { kind: 'scale', from, to };
  const strategy = objectAt(wanted, 'upgradeStrategy');
  const least = Math.ceil(to * numberOr(strategy, 'minimumHealthCapacity', 1));
  const most = Math.floor(to * (1 + numberOr(strategy, 'maximumOverCapacity', 1)));
  return { kind: 'replace', instances: to, least: Math.min(least, from), most: Math.max(most, from) };
}

const instancesOf = (app: AppDocument): number => numberOr(app, 'instances', 1);

function numberOr(object: AppDocument | undefined, key: string, fallback: number): number {
  const value = Number(textAt(object, key, String(fallback)));
  return Number.isFinite(value) ? value : fallback;
}
