import { json } from '../../../api/http/fetch.ts';
import type { AppDefinition, GroupDefinition, Timestamp } from '../../../api/marathon/definition.ts';
import type { AppDefaults } from '../../../api/marathon/normalise.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Deployment, MarathonCore, UpdateOptions } from '../core.ts';
import { checkResidents } from './resident-change.ts';
import { checkRoot } from './root-rules.ts';

/** What every resource works with. */
export interface Context {
  core: MarathonCore;
  clock: Clock;
  defaults: AppDefaults;
}

export const timestampOf = (ms: number): Timestamp => new Date(ms).toISOString();

type Change = (root: GroupDefinition) => GroupDefinition;

/** Change and judgement in one, so that a refused change is never seen by the engine. */
const judged =
  (change: Change, force: boolean): Change =>
  (root) => {
    const changed = change(root);
    checkRoot(changed);
    checkResidents(root, changed, force);
    return changed;
  };

/** Makes a change of the root group the wished state, or says in an event why it was refused. */
export function update({ core, clock }: Context, change: Change, options: UpdateOptions): Deployment {
  try {
    return core.update(judged(change, options.force), options);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const now = timestampOf(clock.now());
    core.publish({ eventType: 'group_change_failed', groupId: '/', version: now, reason, timestamp: now });
    throw fault;
  }
}

export const planOf = ({ core }: Context, change: Change): ReturnType<MarathonCore['dryRun']> => core.dryRun(judged(change, false));

/** Tells readers of the event stream what was posted. */
export function publishPosted({ core, clock }: Context, request: Request, uri: string, appDefinition: AppDefinition): void {
  const timestamp = timestampOf(clock.now());
  core.publish({ eventType: 'api_post_event', clientIp: clientOf(request), uri, appDefinition, timestamp });
}

/** Where a request comes from, as far as a proxy says so. */
export const clientOf = (request: Request): string => request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1';

export const deploymentHeader = ({ id }: Deployment): Record<string, string> => ({ 'marathon-deployment-id': id });

/** `Location` names the object by its bare id below the server's own address, not a path that answers (recorded). */
export const locationHeader = (url: URL, id: string): Record<string, string> => ({ location: `${url.origin}${id}` });

/** The usual answer to a change. */
export function deployed(deployment: Deployment, status = 200, headers: Record<string, string> = {}): Response {
  const body = { deploymentId: deployment.id, version: deployment.version };
  return json(body, status, { ...headers, ...deploymentHeader(deployment) });
}
