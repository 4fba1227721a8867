import { json, text, type Fetch } from '../../api/http/fetch.ts';
import { type BootFacts, genconfYaml, INSTALL_ROLES, type InstallManifest, installManifest, type InstallRole } from './install-manifest.ts';

const isRole = (name: string): name is InstallRole => Object.hasOwn(INSTALL_ROLES, name);

/**
 * The web server of the boot machine, from which machines are installed. `/ready` is exactly `ok` once they may be: a machine
 * checks the body, since a name server that answers for names that do not exist would otherwise pass for a boot machine.
 * `facts`: undefined while its unit does not run.
 */
export function createBootHttp(facts: () => BootFacts | undefined): Fetch {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const known = facts();
    if (!known) return text('The boot machine does not serve: bring it up.', 503);
    if (pathname === '/ready') return text('ok');
    if (pathname === '/genconf/config.yaml') return text(genconfYaml(known));
    const [, role = ''] = /^\/dcos_install\/(\w+)\.json$/.exec(pathname) ?? [];
    if (isRole(role)) return json(installManifest(known, role));
    const manifests = Object.keys(INSTALL_ROLES).map((name) => `/dcos_install/${name}.json`);
    return text(`There is no ${pathname} here; there are /ready, /genconf/config.yaml, ${manifests.join(', ')}.`, 404);
  };
}

/** Whether the boot machine lets others install themselves, and tells them masters to join. */
export async function bootIsReady(boot: Fetch): Promise<boolean> {
  const response = await boot(new Request('http://boot/ready'));
  if (response.status !== 200 || (await response.text()) !== 'ok') return false;
  const manifest = await boot(new Request('http://boot/dcos_install/slave.json'));
  return manifest.ok && ((await manifest.json()) as InstallManifest).masters.length > 0;
}
