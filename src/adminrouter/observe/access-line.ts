import type { Observation } from './observe.ts';

/**
 * A request as a line of the access log: time, client, user, method and path, status, bytes, ms, route and upstream; `-` for what is
 * not known. `asJson`: the same as an object. What clients make up stands between quotes.
 */
export function accessLine(seen: Observation, asJson: boolean): string {
  const time = new Date(seen.at).toISOString();
  const { client, user, method, path, status, bytes, route, upstream } = seen;
  const ms = Math.round(seen.ms * 10) / 10;
  if (asJson) return JSON.stringify({ time, client, user, method, path, status, bytes, ms, route, upstream });
  const who = user === undefined ? '-' : JSON.stringify(user);
  return [time, client ?? '-', who, JSON.stringify(`${method} ${path}`), status, bytes, ms, JSON.stringify(route), upstream ?? '-'].join(
    ' ',
  );
}
