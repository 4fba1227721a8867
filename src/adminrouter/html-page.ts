/**
 * The router's own pages: for when the application cannot be shown. One static style and no script, so that their
 * content security policy can forbid everything else.
 */
const STYLE = [
  ':root{color-scheme:light dark;font:1rem/1.5 ui-sans-serif,system-ui,sans-serif}',
  'body{min-height:100vh;margin:0;padding:1rem;box-sizing:border-box;display:grid;place-items:center}',
  'body{background:light-dark(#f6f5f9,#131019);color:light-dark(#1d1829,#ece9f4)}',
  'main{width:100%;max-width:26rem;padding:1.5rem;box-sizing:border-box;border-radius:.75rem}',
  'main{background:light-dark(#fff,#1b1725);border:1px solid light-dark(#e3dfec,#322b43)}',
  'h1{margin:0 0 .75rem;font-size:1.35rem}p{margin:0 0 1rem;overflow-wrap:anywhere}a{color:light-dark(#6435cf,#b69bff)}',
  'label{font-weight:600}input,button{display:block;width:100%;margin:.35rem 0 1rem;padding:.6rem;box-sizing:border-box;font:inherit}',
  'input,button{border:1px solid light-dark(#8d869d,#776f8a);border-radius:.4rem}button{margin-bottom:0}',
  'button{background:light-dark(#6435cf,#7a4bea);border-color:transparent;color:#fff;font-weight:600;cursor:pointer}',
  ':focus-visible{outline:2px solid light-dark(#6435cf,#b69bff);outline-offset:2px}',
  '[role=alert]{padding:.6rem .8rem;border-left:.25rem solid;color:light-dark(#bd1f2d,#ff858b)}[hidden]{display:none}',
  'details{margin-top:1.25rem}summary{margin-bottom:.75rem;cursor:pointer}',
].join('');

/** Of the style's bytes; a test computes it anew. */
const STYLE_HASH = 'sha256-ewn48c4a8Gqak+zt3UYNUguidlNfEOziqcJC8/ss7mA=';

export const PAGE_POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** `body` is HTML, `title` is text. */
export function htmlPage(title: string, body: string, init: { status: number; headers?: Record<string, string> }): Response {
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
  return new Response(html, {
    status: init.status,
    headers: { 'cache-control': 'no-store', 'content-type': 'text/html; charset=UTF-8', ...init.headers },
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
