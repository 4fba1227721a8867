import { escapeHtml, htmlPage } from '../html-page.ts';

export interface LoginPage {
  status: number;
  /** Where to go after it: a path of this server. */
  returnTo: string;
  /** What went wrong with the attempt before. */
  alert?: string;
  /** The name of that attempt. */
  uid?: string;
  /** There are users with passwords. */
  asksPassword?: boolean;
  /** Where the user finds the server's token. */
  tokenHint?: string;
  headers?: Record<string, string>;
}

/** The page for a browser without a session: plain forms, which work without the application. */
export function loginPage(content: LoginPage): Response {
  const { status, alert, asksPassword = false, uid, headers } = content;
  const said = alert === undefined ? '' : `<p role="alert">${escapeHtml(alert)}</p>`;
  // who tried the token goes on with it
  const byToken = alert !== undefined && uid === undefined;
  const body = asksPassword
    ? `${passwordForm(content)}<details${byToken ? ' open' : ''}><summary>Log in with the token of the server</summary>${tokenForm(content)}</details>`
    : tokenForm(content);
  return htmlPage('Log in', said + body, { status, ...(headers && { headers }) });
}

function passwordForm({ uid = '', returnTo }: LoginPage): string {
  const fields =
    `<label for="uid">Name</label><input id="uid" name="uid" autocomplete="username" autocapitalize="none" spellcheck="false" required` +
    ` value="${escapeHtml(uid)}"${uid === '' ? ' autofocus' : ''}>` +
    `<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required` +
    `${uid === '' ? '' : ' autofocus'}>`;
  return form(fields, returnTo, 'Log in');
}

function tokenForm({ asksPassword = false, returnTo, tokenHint }: LoginPage): string {
  const fields =
    // for password managers, which keep a token by the user's name
    '<input name="username" autocomplete="username" value="local" hidden>' +
    '<label for="token">Token</label>' +
    `<input id="token" name="token" type="password" autocomplete="current-password" required${asksPassword ? '' : ' autofocus'}>`;
  return (
    '<p>Open the link that the server printed when it started, or enter its token. A restart of the server prints a new link.</p>' +
    (tokenHint === undefined ? '' : `<p>${escapeHtml(tokenHint)}</p>`) +
    form(fields, returnTo, asksPassword ? 'Log in with the token' : 'Log in')
  );
}

const form = (fields: string, returnTo: string, button: string): string =>
  `<form method="post" action="/acs/api/v1/auth/login">${fields}` +
  `<input type="hidden" name="redirect" value="${escapeHtml(returnTo)}"><button>${button}</button></form>`;
