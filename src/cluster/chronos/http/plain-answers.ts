/** Chronos names a content type even where there is no content (recorded). */
export const done = (): Response => new Response(null, { status: 204, headers: { 'content-type': 'application/json' } });

export const plain = (text: string, type = 'text/plain'): Response => new Response(text, { headers: { 'content-type': type } });
