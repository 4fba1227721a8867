/** Answers that the router has itself. */
export type LocalAnswer = 'login-page' | 'login' | 'logout' | 'metadata' | 'ui-config' | 'dcos-version';

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
  /** A path without a slash at its end; `<id>` stands for one segment. */
  path: string;
  /** `open`: also without a login. */
  access: 'open' | 'user';
  /** A GET here may change something, so it has to pass the checks of a write. */
  getActs?: true;
}

interface LocalRoute extends Common {
  kind: 'local';
  answer: LocalAnswer;
}

export interface UpstreamRoute extends Common {
  kind: 'upstream';
  upstream: UpstreamName;
  /** The upstream knows its paths by the whole path; without it they begin below `path`. */
  keepsPrefix?: true;
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

export type Route = LocalRoute | UpstreamRoute | ServiceRoute;

/** Mesos also serves these without `master/`, but `frameworks`, `roles` and the like are the names of pages too, so those stay the pages'. */
const MESOS_API = ['master', 'state', 'state.json', 'state-summary', 'metrics', 'files', 'api', 'system', 'health', 'version', 'flags'];
const MARATHON_API = ['v2', 'ping', 'metrics', 'logging'];
const CHRONOS_API = ['v1', 'scheduler', 'ping', 'metrics', 'leader'];

const marathon = { kind: 'upstream', upstream: 'marathon', access: 'user', pagesExcept: MARATHON_API } as const;
const agent = { kind: 'upstream', upstream: 'agent', access: 'user', dropsAcceptEncoding: true } as const;

/**
 * Every path that the router knows, the first that fits counts; what is not here is a file of the pages, or a page, or 404. Paths, redirects and access are
 * those of DC/OS' adminRouter, except `/machines/v1`, which is ours. Exhibitor's old API changes state by GET.
 */
export const routes: readonly Route[] = [
  { kind: 'local', path: '/login', answer: 'login-page', access: 'open' },
  { kind: 'local', path: '/acs/api/v1/auth/login', answer: 'login', access: 'open' },
  { kind: 'local', path: '/acs/api/v1/auth/logout', answer: 'logout', access: 'open', getActs: true },
  { kind: 'local', path: '/metadata', answer: 'metadata', access: 'user' },
  { kind: 'local', path: '/dcos-metadata/ui-config.json', answer: 'ui-config', access: 'open' },
  { kind: 'local', path: '/dcos-metadata/dcos-version.json', answer: 'dcos-version', access: 'open' },
  { kind: 'upstream', path: '/mesos', upstream: 'mesos', access: 'user', noSlash: 301, pagesExcept: MESOS_API },
  { ...marathon, path: '/marathon', noSlash: 307 },
  { ...marathon, path: '/service/marathon', noSlash: 301 },
  { kind: 'upstream', path: '/service/chronos', upstream: 'chronos', access: 'user', noSlash: 301, pagesExcept: CHRONOS_API },
  { kind: 'service', path: '/service', access: 'user' },
  { kind: 'upstream', path: '/exhibitor', upstream: 'exhibitor', access: 'user', noSlash: 301, pagesExcept: ['exhibitor'], getActs: true },
  { kind: 'upstream', path: '/mesos_dns', upstream: 'mesosDns', access: 'user', noSlash: 301, dropsAuthorization: true },
  { kind: 'upstream', path: '/net', upstream: 'network', access: 'user', noSlash: 301, dropsAuthorization: true },
  { ...agent, path: '/agent/<id>' },
  { ...agent, path: '/slave/<id>' },
  { kind: 'upstream', path: '/system/health/v1', upstream: 'diagnostics', access: 'user', keepsPrefix: true },
  { kind: 'upstream', path: '/dcos-history-service', upstream: 'history', access: 'user', noSlash: 301 },
  { kind: 'upstream', path: '/machines/v1', upstream: 'machines', access: 'user', keepsPrefix: true },
];
