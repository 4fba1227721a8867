import { useOutletContext } from 'react-router';
import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';

/** What an app's page knows and its tabs show. */
export interface AppContext {
  app: AppDetail;
  queued: QueueEntry | undefined;
  /** Marathon does not answer: this is how it was, and nothing can be done now. */
  stale: boolean;
}

export function useAppContext(): AppContext {
  return useOutletContext<AppContext>();
}
