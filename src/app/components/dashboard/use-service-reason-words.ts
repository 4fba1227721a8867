import { type DashboardWords, useDashboardWords } from '../../i18n/dashboard-words.ts';
import type { ServiceReason } from './service-health.ts';

/** Says why a service needs a look. */
export function useServiceReasonWords(): (reason: ServiceReason) => string {
  const words = useDashboardWords();
  return (reason) => reasonText(reason, words);
}

function reasonText(reason: ServiceReason, { reasons, lacks }: DashboardWords): string {
  switch (reason.kind) {
    case 'unhealthy':
      return reason.cause === undefined ? reasons.unhealthy(reason.count) : reasons.unhealthyBecause(reason.count, reason.cause);
    case 'lacking':
      return reasons.lacking(reason.count);
    case 'failed':
      return reason.message === '' ? reasons.failedState(reason.state) : reasons.failed(reason.message);
    case 'delayed':
      return reasons.delayed(reason.seconds);
    case 'deploying':
      return reasons.deploying;
    case 'waiting':
      return reason.reject === undefined ? reasons.waiting : reasons.unfit(lackWord(reason.reject, lacks));
    default:
      return reason satisfies never;
  }
}

/** A reason that is not known here is shown by Marathon's name for it. */
function lackWord(reject: string, lacks: Readonly<Record<string, string>>): string {
  return lacks[reject] ?? reject;
}
