import { text, type Fetch } from '../../api/http/fetch.ts';

/**
 * The web server of the boot machine, from which machines are installed. `/ready` is exactly `ok` once they may be: a machine
 * checks the body, since a name server that answers for names that do not exist would otherwise pass for a boot machine.
 */
export const bootHttp: Fetch = (request) => {
  const { pathname } = new URL(request.url);
  return Promise.resolve(pathname === '/ready' ? text('ok') : text(`There is no ${pathname} here; machines ask for /ready.`, 404));
};

/** Whether the boot machine says that others may install themselves from it. */
export async function bootIsReady(boot: Fetch): Promise<boolean> {
  const response = await boot(new Request('http://boot/ready'));
  return response.status === 200 && (await response.text()) === 'ok';
}
