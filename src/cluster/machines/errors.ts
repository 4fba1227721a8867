import { json, type Fetch } from '../../api/http/fetch.ts';

/**
 * The HTTP API of a component that may not have been started yet: until then 503 and the name of what is missing. `whyNot`: why it
 * will not be in a moment.
 */
export function whenStarted(name: string, machine: string, find: () => Fetch | undefined, whyNot?: () => string | undefined): Fetch {
  return (request) => {
    const fetch = find();
    if (fetch) return fetch(request);
    const reason = whyNot?.();
    if (reason !== undefined) return Promise.resolve(json({ message: reason }, 503));
    const message = `${name} on ${machine} is not started yet; ask again in a moment.`;
    return Promise.resolve(json({ message }, 503, { 'retry-after': '1' }));
  };
}
