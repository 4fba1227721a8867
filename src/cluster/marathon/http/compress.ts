/** Shorter texts fit into one packet anyway, and packing them takes longer than sending them. */
const WORTH_IT_BYTES = 1400;

/** Whether the client takes gzip and there is text; event streams have to arrive frame by frame. */
function isCompressible(request: Request, response: Response): boolean {
  const wished = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/.test(coding));
  const type = response.headers.get('content-type') ?? '';
  return wished && response.body !== null && !response.headers.has('content-encoding') && /json|text\/(plain|html)/.test(type);
}

/** The answer, compressed where the request allows it and it is long enough. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  if (!isCompressible(request, response)) return response;
  const bytes = await response.arrayBuffer();
  const { body } = new Response(bytes);
  if (!body || bytes.byteLength < WORTH_IT_BYTES) return new Response(bytes, response);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(body.pipeThrough(new CompressionStream('gzip')), { status: response.status, headers });
}
