import { json } from '../api/http/fetch.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import type { RouterFault } from './router-fault.ts';

/** A fault as its reader wants it: a page for a browser that shows pages, JSON for everybody else. */
export function errorResponse(fault: RouterFault, wantsHtml: boolean): Response {
  const { status, headers, body } = fault;
  if (!wantsHtml) return json(body, status, { 'cache-control': 'no-store', ...headers });
  const retry = status >= 502 ? '<p><a href="">Try again</a></p>' : '<p><a href="/">Go to the dashboard</a></p>';
  return htmlPage(body.title, `<p>${escapeHtml(body.message)}</p>${retry}`, { status, headers });
}
