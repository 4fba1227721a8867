/** Answers that the router has itself. */
export type LocalAnswer =
  | 'login-page'
  | 'login'
  | 'logout'
  | 'metadata'
  | 'ui-config'
  | 'dcos-version'
  | 'capabilities'
  | 'packages'
  | 'users'
  | 'groups'
  | 'health'
  | 'metrics';

/** The parts of a cluster that requests are passed to; `agent` is one of many, chosen by the id in the path. */
export type UpstreamName =
  | 'mesos'
  | 'marathon'
  | 'chronos'
  | 'exhibitor'
  | 'mesosDns'
  | 'diagnostics'
  | 'history'
  | 'network'
  | 'machines'
  | 'agent';

interface Common {
  /** A path without a slash at its end; `<id>` stands for one segment, the id of an agent. */
  path: string;
  /** `open`: also without a login. */
  access: 'open' | 'user';
  /** A GET here may change something, so it has to pass the checks of a write; save for the paths below that are known only to read. */
  getActs?: true | { except: RegExp };
}

interface LocalRoute extends Common {
  kind: 'local';
  answer: LocalAnswer;
  /** It also answers for all paths below. */
  below?: true;
}

export interface UpstreamRoute extends Common {
  kind: 'upstream';
  upstream: UpstreamName;
  /** The upstream knows its paths by the whole path; without it they begin below `path`. */
  keepsPrefix?: true;
  /** Where its paths begin instead of at `/`: `/v1`. */
  at?: string;
  /** The redirect from the path without a slash to the one with it; without it the former is served as `/`. */
  noSlash?: 301 | 307;
  /** Navigations of a browser get the page of this application, save for these first segments, which are always the API's. */
  pagesExcept?: readonly string[];
  /** The upstream never sees an Authorization header of any kind. */
  dropsAuthorization?: true;
  /** The upstream is asked for plain bytes. */
  dropsAcceptEncoding?: true;
}

/** What users run: the service is found by the path below (see services/find-service.ts). */
interface ServiceRoute extends Common {
  kind: 'service';
}

/** The router of the machine where one of these leads, which has its own `/system/v1` below. */
interface LeaderRoute extends Common {
  kind: 'leader';
  of: 'mesos' | 'marathon';
}

/** What a DC/OS has and this has not, told by a sentence: its clients get an answer that they can show. */
interface AbsentRoute extends Common {
  kind: 'absent';
  why: string;
}

export type Route = LocalRoute | UpstreamRoute | ServiceRoute | LeaderRoute | AbsentRoute;

/** What of Exhibitor's API only tells. */
const EXHIBITOR_READS = /^\/exhibitor\/v1\/(cluster\/(status|list|state|4ltr|log)|config\/get-state|explorer\/(node|node-data))(\/|$)/;

/** Mesos also serves these without `master/`, but `frameworks`, `roles` and the like are the names of pages too, so those stay the pages'. */
const MESOS_API = ['master', 'state', 'state.json', 'state-summary', 'metrics', 'files', 'api', 'system', 'health', 'version', 'flags'];
const MARATHON_API = ['v2', 'ping', 'metrics', 'logging'];
const CHRONOS_API = ['v1', 'scheduler', 'ping', 'metrics', 'leader'];

const marathon = { kind: 'upstream', upstream: 'marathon', access: 'user', pagesExcept: MARATHON_API } as const;
const agent = { kind: 'upstream', upstream: 'agent', access: 'user', dropsAcceptEncoding: true } as const;
const network = { kind: 'upstream', upstream: 'network', access: 'user', dropsAuthorization: true } as const;
const packages = { kind: 'local', answer: 'packages', access: 'user', below: true } as const;
const absent = { kind: 'absent', access: 'user' } as const;
const NO_LOGS = 'The journals of machines are not collected here: the page of a component shows what it logged, and a task has its files.';
const NO_METRICS =
  'The metrics service of DC/OS is not part of this cluster: Mesos has its own at /mesos/metrics/snapshot, and its agents likewise.';

/**
 * Every path that the router knows, the first that fits counts; what is not here is a file of the pages, or a page, or 404. Paths, redirects and access are
 * those of DC/OS' adminRouter, except `/machines/v1`, which is ours; docs/differences.md says what is left out. Exhibitor's old API changes state by GET.
 */
export const routes: readonly Route[] = [
  { kind: 'local', path: '/login', answer: 'login-page', access: 'open' },
  { kind: 'local', path: '/acs/api/v1/auth/login', answer: 'login', access: 'open' },
  { kind: 'local', path: '/acs/api/v1/auth/logout', answer: 'logout', access: 'open', getActs: true },
  { kind: 'local', path: '/acs/api/v1/users', answer: 'users', access: 'user', below: true },
  { kind: 'local', path: '/acs/api/v1/groups', answer: 'groups', access: 'user' },
  { kind: 'local', path: '/health', answer: 'health', access: 'open' },
  { kind: 'local', path: '/metrics', answer: 'metrics', access: 'user' },
  { kind: 'local', path: '/nginx/metrics', answer: 'metrics', access: 'user' },
  { ...absent, path: '/nginx/status', why: 'This router is no nginx: how it does is at /metrics.' },
  { kind: 'local', path: '/metadata', answer: 'metadata', access: 'user' },
  { kind: 'local', path: '/dcos-metadata/ui-config.json', answer: 'ui-config', access: 'open' },
  { kind: 'local', path: '/dcos-metadata/dcos-version.json', answer: 'dcos-version', access: 'open' },
  { ...absent, path: '/dcos-metadata', why: 'There is no such metadata: this cluster was not installed from packages.' },
  { ...absent, path: '/pkgpanda', why: 'This cluster was not installed from packages, so there are none to tell of.' },
  { kind: 'local', path: '/capabilities', answer: 'capabilities', access: 'user' },
  { ...packages, path: '/package' },
  { ...packages, path: '/cosmos/service' },
  { kind: 'upstream', path: '/mesos', upstream: 'mesos', access: 'user', noSlash: 301, pagesExcept: MESOS_API },
  { kind: 'upstream', path: '/cache/master', upstream: 'mesos', access: 'user', noSlash: 301 },
  { ...marathon, path: '/marathon', noSlash: 307 },
  { ...marathon, path: '/service/marathon', noSlash: 301 },
  { kind: 'upstream', path: '/service/chronos', upstream: 'chronos', access: 'user', noSlash: 301, pagesExcept: CHRONOS_API },
  { kind: 'service', path: '/service', access: 'user' },
  {
    kind: 'upstream',
    path: '/exhibitor',
    upstream: 'exhibitor',
    access: 'user',
    noSlash: 301,
    pagesExcept: ['exhibitor'],
    getActs: { except: EXHIBITOR_READS },
  },
  { kind: 'upstream', path: '/mesos_dns', upstream: 'mesosDns', access: 'user', noSlash: 301, dropsAuthorization: true },
  { ...network, path: '/net', noSlash: 301 },
  { ...network, path: '/networking/api/v1', at: '/v1' },
  { ...network, path: '/navstar/lashup/key', at: '/lashup/key' },
  { ...agent, path: '/agent/<id>' },
  { ...agent, path: '/slave/<id>' },
  { kind: 'upstream', path: '/system/health/v1', upstream: 'diagnostics', access: 'user', keepsPrefix: true },
  { kind: 'leader', path: '/system/v1/leader/mesos', of: 'mesos', access: 'user' },
  { kind: 'leader', path: '/system/v1/leader/marathon', of: 'marathon', access: 'user' },
  { kind: 'local', path: '/system/v1/agent/<id>/dcos-metadata/dcos-version.json', answer: 'dcos-version', access: 'user' },
  { ...absent, path: '/system/v1/agent/<id>/logs', why: NO_LOGS },
  { ...absent, path: '/system/v1/agent/<id>/metrics/v0', why: NO_METRICS },
  { ...absent, path: '/system/v1/logs', why: NO_LOGS },
  { ...absent, path: '/system/v1/metrics', why: NO_METRICS },
  { ...absent, path: '/system/checks/v1', why: 'There are no check runners here: /system/health/v1 tells how the components are.' },
  { kind: 'upstream', path: '/dcos-history-service', upstream: 'history', access: 'user', noSlash: 301 },
  { kind: 'upstream', path: '/machines/v1', upstream: 'machines', access: 'user', keepsPrefix: true },
];
