import { text } from '../../api/http/fetch.ts';
import type { Endpoint } from './endpoints.ts';

/** Our log has no levels to toggle: reading it works, and setting one is accepted and changes nothing. */
export const loggingEndpoint: Endpoint = { path: '/logging/toggle', rootOnly: true, handle: () => text('0\n') };
