import { chronosPaths } from '../chronos-paths.ts';
import { keepingSearch, paths } from '../paths.ts';
import { basePath } from './base-path.ts';
import { pathOfDcosLink } from './old-dcos-links.ts';
import { pathOfMesosLink } from './old-mesos-links.ts';

/**
 * The address here of one in the pages of Marathon, DC/OS, Mesos and Chronos, which kept it behind a #: `#/apps/%2Fredis/debug`,
 * `#/nodes/grid`. `pathname` says whose page it was: what was the root of each. undefined for what never was an address there.
 */
export function pathOfOldLink(hash: string, pathname = '/ui/'): string | undefined {
  // Chronos 2 had no slash, and several names for several cards.
  const job = /^#jobs\/([^,/?]+)/.exec(hash)?.[1];
  if (job !== undefined) return chronosPaths.job(decoded(job));
  const match = /^#(\/[^?]*)(?:\?(.*))?$/.exec(hash);
  if (!match) return undefined;
  const [, path = '/', query = ''] = match;
  const search = new URLSearchParams(query);
  const segments = path.split('/').slice(1).map(decoded);
  if (segments.join('') === '') return keepingSearch(rootOf(pathname), query);
  return modalOf(search) ?? keepingSearch(pageOf(segments), modernSearch(search).toString());
}

function rootOf(pathname: string): string {
  if (/^\/mesos(\/|$)/.test(pathname)) return paths.mesos();
  if (/^\/service\/chronos(\/|$)/.test(pathname)) return paths.jobs();
  return pathname === '/' ? paths.dashboard() : marathon.apps();
}

const { marathon } = paths;

function pageOf(segments: string[]): string {
  return pathOfDcosLink(segments) ?? pathOfMesosLink(segments) ?? marathonPageOf(segments);
}

function marathonPageOf([page = '', id = '', part = '', more = '']: string[]): string {
  if (page === 'group') return marathon.group(id);
  if (page === 'deployments') return marathon.deployments();
  return page === 'apps' && id !== '' ? appPageOf(id, part, more) : marathon.apps();
}

function appPageOf(id: string, part: string, more: string): string {
  if (part === '') return marathon.app(id);
  if (part === 'configuration') return marathon.appConfiguration(id);
  if (part === 'debug') return marathon.appDebug(id);
  if (part === 'volumes') return marathon.appVolumes(id);
  if (part === 'volume') return marathon.appVolume(id, more);
  return more === 'volumes' ? marathon.taskVolumes(id, part) : marathon.task(id, part);
}

/** `?modal=new-app&groupId=/shop`, `?modal=edit-app--%2Fredis--2016-04-26T09:00:00.000Z`: dialogs that have an address of their own here. */
export function modalOf(search: URLSearchParams): string | undefined {
  const modal = search.get('modal') ?? '';
  const groupId = search.get('groupId') ?? '/';
  if (modal === 'new-app') return marathon.create(groupId);
  if (modal === 'new-group') return marathon.createGroup(groupId);
  const [kind, id, version] = modal.split('--');
  if (kind !== 'edit-app' || id === undefined) return undefined;
  return marathon.edit(decoded(id), version || undefined);
}

/** The statuses in the order in which Marathon's UI numbered them. */
const STATUSES = ['running', 'deploying', 'suspended', 'delayed', 'waiting', 'waiting-for-user'];
const HEALTHS = ['healthy', 'unhealthy', 'unknown'];
const named = (names: string[], value: string): string => names[Number(value)] ?? value;

/** What DC/OS' lists called the text that they were filtered by. */
const FILTER_TEXTS: ReadonlySet<string> = new Set(['filterExpression', 'searchString', 'searchQuery']);

/** Lists had brackets (`filterStatus[]=0`) and numbers for words. */
function modernSearch(old: URLSearchParams): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of old) {
    const bare = name.replace(/\[\d*\]$/, '');
    const key = FILTER_TEXTS.has(bare) ? 'q' : bare;
    search.append(key, key === 'filterStatus' ? named(STATUSES, value) : key === 'filterHealth' ? named(HEALTHS, value) : value);
  }
  return search;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Before the first page is shown: puts the address here in the place of an old one. */
export function followOldLink(location: Pick<Location, 'hash' | 'pathname'>, history: Pick<History, 'replaceState'>): void {
  const path = pathOfOldLink(location.hash, location.pathname.slice(basePath.length - 1));
  if (path !== undefined) history.replaceState(null, '', `${basePath.slice(0, -1)}${path}`);
}
