import type { AppSummary } from '../../../live/marathon-wire.ts';
import type { BulkAction } from '../../../paths.ts';

const BULK_ACTIONS: readonly BulkAction[] = ['scale', 'restart', 'suspend', 'resume', 'destroy'];

export const bulkActionOf = (text: string | undefined): BulkAction | undefined => BULK_ACTIONS.find((action) => action === text);

/** Whether an action would change anything for an app. */
function concerns(action: BulkAction, { instances }: AppSummary): boolean {
  if (action === 'restart' || action === 'suspend') return instances > 0;
  return action === 'resume' ? instances === 0 : true;
}

/** The apps that an action is for, and those for which there is nothing to do. */
export function splitForAction(action: BulkAction, apps: readonly AppSummary[]): { concerned: AppSummary[]; leftOut: AppSummary[] } {
  return {
    concerned: apps.filter((app) => concerns(action, app)),
    leftOut: apps.filter((app) => !concerns(action, app)),
  };
}
