/** Whether the client takes gzip and there is text worth it; event streams have to arrive frame by frame. */
function isCompressible(request: Request, response: Response): boolean {
  const wished = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/.test(coding));
  const type = response.headers.get('content-type') ?? '';
  return wished && response.body !== null && !response.headers.has('content-encoding') && /json|text\/(plain|html)/.test(type);
}

/** The answer, compressed where the request allows it. */
export function compressed(request: Request, response: Response): Response {
  if (!response.body || !isCompressible(request, response)) return response;
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status: response.status, headers });
}
