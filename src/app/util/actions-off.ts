import { createContext, useContext } from 'react';

/** Why nothing may be changed from this page now; undefined while it may. */
export const ActionsOffContext = createContext<string | undefined>(undefined);

/** The reason why a control that changes something is off: its own, or that of the whole page. */
export function useOffReason(own: string | undefined, acts: boolean): string | undefined {
  const ofPage = useContext(ActionsOffContext);
  return own ?? (acts ? ofPage : undefined);
}
