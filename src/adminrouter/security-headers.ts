import { PAGE_POLICY } from './html-page.ts';

/**
 * What a browser may do with an answer.
 * - `pages`: the application. All code and style from files of its own; pictures may be inline data (icons of packages).
 * - `upstream`: the cluster's data. A task's sandbox may hold HTML that its author wrote: shown, it must not act as the user.
 * - `router`: the router's own small pages.
 * - `service`: what users run, with scripts of their own, which act as the user who opens it: see decision 10.
 */
const POLICIES = {
  pages: "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  upstream: "default-src 'none'; sandbox; frame-ancestors 'none'",
  router: PAGE_POLICY,
} as const;
export type Origin = keyof typeof POLICIES | 'service';

/** The same answer with the headers that keep browsers on the safe side. */
export function secured(answer: Response, origin: Origin): Response {
  const headers = new Headers(answer.headers);
  if (origin === 'service') {
    // its other headers are its author's business
    if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'SAMEORIGIN');
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
  }
  headers.set('content-security-policy', POLICIES[origin]);
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  // not `no-referrer` everywhere: a form posted from such a page says `Origin: null`, which the check of writes refuses
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
