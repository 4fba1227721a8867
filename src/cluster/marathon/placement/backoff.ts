import type { RunSpecBase } from '../../../api/marathon/definition.ts';

/** How long the launches of an app are held back after failures (§8.6). Times and durations in ms. */
export interface Backoff {
  /** The configuration that failed: `lastConfigChangeAt`. Another one starts without a delay. */
  config: string;
  delay: number;
  launchAt: number;
}

type Limits = Pick<RunSpecBase, 'backoffSeconds' | 'backoffFactor' | 'maxLaunchDelaySeconds'>;

/** The delay after one more end of a task that counts as a failure: the base at first, then times the factor, up to the limit. */
export function afterFailure(known: Backoff | undefined, config: string, app: Limits, now: number): Backoff {
  const most = app.maxLaunchDelaySeconds * 1000;
  const remembered = known?.config === config && now - known.launchAt <= most ? known : undefined;
  const delay = Math.min(most, remembered ? remembered.delay * app.backoffFactor : app.backoffSeconds * 1000);
  return { config, delay, launchAt: now + delay };
}

/** How long launches of that configuration still have to wait. */
export const timeLeft = (backoff: Backoff | undefined, config: string, now: number): number =>
  backoff?.config === config ? Math.max(0, backoff.launchAt - now) : 0;
