import type { UpstreamName } from '../routes.ts';

/** The reads that dashboards repeat, and that answer everybody the same: the upstreams' own paths. */
export const SHARED_PATHS = {
  mesos: /^\/(master\/)?(state|state-summary|slaves|frameworks|roles|tasks|flags|version|maintenance\/(schedule|status))(\.json)?$/,
  marathon: /^\/v2\/(?!events|plugins)/,
  chronos: /^\/(v1\/)?scheduler\/(jobs|graph)(\/|$)/,
  history: /^\/(history|usage)\//,
  diagnostics: /^\/system\/health\/v1\//,
  machines: /^\/machines\/v1\/cluster$/,
} as const satisfies Partial<Record<UpstreamName, RegExp>>;
