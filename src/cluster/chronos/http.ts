import { notBuilt, type Fetch } from '../../api/http/fetch.ts';

export const CHRONOS_ABSENT = 'Chronos is not part of this version of the local cluster.';

export const chronosHttp: Fetch = (request) => Promise.resolve(notBuilt('Chronos', request));
