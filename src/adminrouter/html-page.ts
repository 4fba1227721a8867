/**
 * The router's own pages: for when the application cannot be shown. One static style and no script, so that their
 * content security policy can forbid everything else.
 */
const STYLE =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}' +
  'body{max-width:30rem;margin:15vh auto;padding:0 1rem}h1{font-size:1.4rem}' +
  'label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}' +
  'input,button{margin:.5rem 0 1rem;padding:.6rem;border:1px solid #888;border-radius:.4rem}' +
  'button{background:#5b3cc4;border-color:#5b3cc4;color:#fff;cursor:pointer}' +
  '[role=alert]{padding:.6rem .8rem;border-left:.3rem solid #c0392b}';

/** Of the style's bytes; a test computes it anew. */
const STYLE_HASH = 'sha256-YL3GlqmwqA9GJpf2QwuzCT4D5c1lSD4qydt7D7A/HzM=';

export const PAGE_POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** `body` is HTML, `title` is text. */
export function htmlPage(title: string, body: string, init: { status: number; headers?: Record<string, string> }): Response {
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
  return new Response(html, {
    status: init.status,
    headers: { 'cache-control': 'no-store', 'content-type': 'text/html; charset=UTF-8', ...init.headers },
  });
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
