import { notBuilt, type Fetch } from '../../api/http/fetch.ts';

export const MINUTEMAN_ABSENT = 'The layer 4 load balancer (named VIPs) is not part of this version of the local cluster.';

export const networkHttp: Fetch = (request) => Promise.resolve(notBuilt('the network service', request));
