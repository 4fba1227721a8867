import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Administrators' programs are often not on the path of a shell that is not a login one. */
const SYSTEM_DIRECTORIES = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The absolute path of a program, as a shell would find it (and beyond); undefined when there is none. */
export async function findProgram(name: string): Promise<string | undefined> {
  const directories = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_DIRECTORIES];
  const candidates = directories.map((directory) => join(directory, name));
  const usable = await Promise.all(
    candidates.map((path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return candidates.find((_, index) => usable[index]);
}
