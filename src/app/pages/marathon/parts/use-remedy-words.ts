import { useDebugWords } from '../../../i18n/debug-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { hostName } from '../rules/machines.ts';
import type { Remedy } from '../rules/offer-funnel.ts';
import { useMachines } from './use-machines.ts';
import { amountOf, numberOf } from './use-reason-words.ts';

/** What would help, in a sentence. */
export function useRemedyWords(): (remedy: Remedy) => string {
  const { remedies: words } = useDebugWords();
  const { waiting } = useMessages().marathon;
  const machines = useMachines();
  return (remedy) => {
    switch (remedy.kind) {
      case 'lower':
        return words.lower(words.resources[remedy.resource], numberOf(remedy.resource, remedy.to), hostName(machines, remedy.host));
      case 'add-agent':
        return words.addAgent(amountOf(remedy.resource, remedy.needed, waiting));
      case 'accept-role':
        return words.acceptRole(remedy.roles.join(', '));
      case 'loosen-constraint':
        return words.loosen(remedy.constraint, remedy.offers);
      case 'review-constraints':
        return words.reviewConstraints;
      case 'any-port':
        return remedy.ports.length === 0 ? words.fewerPorts : words.anyPort(remedy.ports.join(', '));
      case 'free-reservation':
        return words.freeReservation;
      case 'end-maintenance':
        return words.endMaintenance;
      default:
        return words.askForGpus;
    }
  };
}
