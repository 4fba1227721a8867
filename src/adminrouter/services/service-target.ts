/** Where a service listens. */
export interface ServiceTarget {
  /** Scheme, host and port, and a path below which all of the service is. */
  url: URL;
  /** The service sees paths without the prefix that it has at the router; false (`DCOS_SERVICE_REWRITE_REQUEST_URLS`): with it. */
  stripsPrefix: boolean;
}
