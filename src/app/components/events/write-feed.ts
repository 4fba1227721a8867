import { chronosPaths } from '../../chronos-paths.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';
import type { OwnWrite } from '../../util/own-writes.ts';
import type { FeedEvent } from './feed-event.ts';

/** What this page asked for: the request as it was sent, since that is what the cluster's own logs name too. */
export function writeFeedEvent(write: OwnWrite): FeedEvent {
  const path = write.path.replace(/\?.*$/, '');
  const thing = thingOf(path, write.subject);
  return {
    key: `write ${write.number}`,
    at: write.at,
    source: 'you',
    kind: 'write',
    type: write.method,
    tone: write.refusal === undefined ? 'info' : 'danger',
    subject: thing.subject,
    to: thing.to,
    host: undefined,
    message: [`${write.method} ${write.path}`, write.refusal].filter((part) => part !== undefined).join(': '),
  };
}

function thingOf(path: string, named: string | undefined): { subject: string; to?: string } {
  const app = /^\/service\/marathon\/v2\/apps(\/.+?)?(?:\/(?:restart|tasks))?$/.exec(path);
  if (app) return linked(decoded(app[1]) ?? named, path, paths.marathon.app);
  const group = /^\/service\/marathon\/v2\/groups(\/.+)?$/.exec(path);
  if (group) return linked(decoded(group[1]) ?? named, path, paths.marathon.group);
  const job = /^\/service\/chronos\/v1\/scheduler\/(?:job\/(?:success\/)?|task\/kill\/)([^/]+)$/.exec(path);
  if (job) return linked(decoded(job[1]), path, chronosPaths.job);
  if (path.startsWith('/service/chronos/')) return linked(named, path, chronosPaths.job);
  if (path.startsWith('/service/marathon/v2/deployments'))
    return { subject: path.slice(path.lastIndexOf('/') + 1), to: paths.marathon.deployments() };
  return { subject: named ?? path, ...(path.startsWith('/mesos') && { to: mesosPaths.overview() }) };
}

function linked(name: string | undefined, path: string, to: (name: string) => string): { subject: string; to?: string } {
  return name === undefined ? { subject: path } : { subject: name, to: to(name) };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return text;
  }
}
