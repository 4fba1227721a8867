import { escapeHtml, htmlPage } from '../html-page.ts';

export interface LoginPage {
  status: number;
  /** Where to go after it: a path of this server. */
  returnTo: string;
  /** What went wrong with the attempt before. */
  alert?: string;
  /** Where the user finds the server's token. */
  tokenHint?: string;
  headers?: Record<string, string>;
}

/** The page for a browser without a session: a plain form, which works without the application. */
export function loginPage({ status, returnTo, alert, tokenHint, headers }: LoginPage): Response {
  const body =
    (alert === undefined ? '' : `<p role="alert">${escapeHtml(alert)}</p>`) +
    '<p>Open the link that the server printed when it started, or enter its token. A restart of the server prints a new link.</p>' +
    (tokenHint === undefined ? '' : `<p>${escapeHtml(tokenHint)}</p>`) +
    '<form method="post" action="/acs/api/v1/auth/login">' +
    // for password managers, which keep a token by the user's name
    '<input name="username" autocomplete="username" value="local" hidden>' +
    '<label for="token">Token</label>' +
    '<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>' +
    `<input type="hidden" name="redirect" value="${escapeHtml(returnTo)}">` +
    '<button>Log in</button></form>';
  return htmlPage('Log in', body, { status, ...(headers && { headers }) });
}
