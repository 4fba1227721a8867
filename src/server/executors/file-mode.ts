const TYPES = new Map([
  [0o140000, 's'],
  [0o120000, 'l'],
  [0o100000, '-'],
  [0o060000, 'b'],
  [0o040000, 'd'],
  [0o020000, 'c'],
  [0o010000, 'p'],
]);

/** One of the three `rwx` groups; a special bit (set-uid, set-gid, sticky) takes the place of the `x`. */
function triple(bits: number, special: boolean, letter: string): string {
  const execute = (bits & 1) !== 0;
  const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
  return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
}

/** The mode as `ls -l` and Mesos' `/files/browse` write it: `-rw-r--r--`. */
export function fileMode(mode: number): string {
  return [
    TYPES.get(mode & 0o170000) ?? '?',
    triple(mode >> 6, (mode & 0o4000) !== 0, 's'),
    triple(mode >> 3, (mode & 0o2000) !== 0, 's'),
    triple(mode, (mode & 0o1000) !== 0, 't'),
  ].join('');
}
