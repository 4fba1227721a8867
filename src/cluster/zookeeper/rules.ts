/** An absolute path without empty, `.` or `..` parts and without control characters; `/` is the root. */
export function isValidPath(path: string): boolean {
  if (path === '/') return true;
  if (/\p{Cc}/u.test(path)) return false;
  const [first, ...parts] = path.split('/');
  return first === '' && parts.length > 0 && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

export const parentOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const childPath = (parent: string, name: string): string => (parent === '/' ? `/${name}` : `${parent}/${name}`);

/** A sequential node's name ends in ten digits, counted by its parent. */
export const sequentialPath = (path: string, count: number): string => `${path}${String(count).padStart(10, '0')}`;

/** The sequence number at the end of a name; undefined when it has none. */
export function sequenceOf(name: string): number | undefined {
  const digits = /(\d{10})$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Those who contend for leadership, in the order in which they lead: the one with the lowest sequence number does (ZooKeeper's election
 * recipe). `label` is what their names have before the number; an id of the client may stand before it (Curator's protected nodes).
 */
export const contendersAmong = (names: readonly string[], label: string): string[] =>
  names.filter((name) => name.slice(0, -SEQUENCE_DIGITS).endsWith(label) && sequenceOf(name) !== undefined).sort(bySequence);

const SEQUENCE_DIGITS = 10;

const bySequence = (a: string, b: string): number => (sequenceOf(a) ?? 0) - (sequenceOf(b) ?? 0);

/** How many of the servers have to be up for the ensemble to serve. */
export const majorityOf = (servers: number): number => Math.floor(servers / 2) + 1;
