import { unescapeSegment } from '../unescape-segment.ts';

/** A way to read a path below `/service`: that many of its first segments name the service. */
export interface ServiceCandidate {
  /** Normalised, see `normalServiceId`. */
  id: string;
  /** The segments that name it, as the client escaped them: `/team/web`. */
  prefix: string;
  /** The service's own path: empty, or beginning with a slash. */
  rest: string;
}

/** No deeper ids are looked for, as in DC/OS. */
const MOST_SEGMENTS = 10;

/** One form for the two spellings of a nested name: `/team/web` is `web.team`. */
export function normalServiceId(name: string): string {
  return name.includes('/') ? name.split('/').filter(Boolean).reverse().join('.') : name;
}

/** How a path can be read, the shortest id first: what is found first is meant. Segments that are not escaped rightly name nothing. */
export function serviceCandidates(path: string): ServiceCandidate[] {
  const segments = path.split('/').slice(1);
  const candidates: ServiceCandidate[] = [];
  for (let count = 1; count <= Math.min(segments.length, MOST_SEGMENTS); count++) {
    const name = segments.slice(0, count);
    const unescaped = name.map(unescapeSegment);
    if (unescaped.at(-1) === '' || unescaped.includes(undefined)) break;
    const rest = segments.slice(count);
    candidates.push({
      id: normalServiceId(unescaped.join('/')),
      prefix: `/${name.join('/')}`,
      rest: rest.length > 0 ? `/${rest.join('/')}` : '',
    });
  }
  return candidates;
}
