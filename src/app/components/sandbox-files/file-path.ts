/** Paths within a sandbox: without slashes at either end, empty for the sandbox itself. */

export const joinPath = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');

/** Leaves out what no link of ours has: an address can be typed. */
export const cleanPath = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');

export interface PathStep {
  name: string;
  path: string;
}

/** The directories on the way to a path, itself last. */
export function stepsTo(path: string): PathStep[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((name, index) => ({ name, path: parts.slice(0, index + 1).join('/') }));
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
