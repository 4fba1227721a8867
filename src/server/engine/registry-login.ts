import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The name under which docker stores the login of Docker Hub. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/** What the engine wants to know of a user at a registry. */
export interface RegistryLogin {
  username: string;
  password: string;
  serveraddress: string;
}

/** The registry that an image name begins with; Docker Hub when it names none (a host has a dot, a port, or is localhost). */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : DOCKER_HUB;
}

/** Reads docker's own `config.json`; logins that it leaves to a credential helper are not in it. */
export function parseLogin(text: string, registry: string): RegistryLogin | undefined {
  const { auths = {} } = JSON.parse(text) as { auths?: Record<string, { auth?: string }> };
  const { auth } = auths[registry] ?? auths[`https://${registry}`] ?? {};
  if (auth === undefined) return undefined;
  const [username = '', ...password] = Buffer.from(auth, 'base64').toString('utf8').split(':');
  return { username, password: password.join(':'), serveraddress: registry };
}

/** The login that `docker login` left for the registry of an image; undefined when there is none. */
export async function registryLogin(image: string): Promise<RegistryLogin | undefined> {
  const directory = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  const text = await readFile(join(directory, 'config.json'), 'utf8').catch(() => '{}');
  try {
    return parseLogin(text, registryOf(image));
  } catch {
    // Not ours to repair: without a login the registry's answer says what is wrong.
    return undefined;
  }
}
