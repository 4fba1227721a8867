/** Whether the client would show HTML: browsers name it when they navigate, programs and `fetch` do not. */
export function wantsHtml(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}
