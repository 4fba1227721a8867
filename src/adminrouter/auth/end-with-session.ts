/** Answers that go on for as long as somebody listens: server-sent events, and what Mesos' operator API answers a subscriber. */
const isStream = ({ headers }: Response, { url }: Request): boolean =>
  (headers.get('content-type') ?? '').startsWith('text/event-stream') || new URL(url).pathname.endsWith('/api/v1');

/** The same answer, which breaks off when the session that it was given to is ended: one that was taken back must not go on hearing. */
export function endWithSession(answer: Response, request: Request, ended: AbortSignal): Response {
  const { body, status, statusText, headers } = answer;
  if (!body || !isStream(answer, request)) return answer;
  const reader = body.getReader();
  let breakOff: () => void = () => {};
  const heard = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        breakOff = () => {
          controller.error(new Error('The session was ended.'));
          reader.cancel().catch(() => {});
        };
        ended.addEventListener('abort', breakOff, { once: true });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (ended.aborted) return;
        if (value) controller.enqueue(value);
        if (!done) return;
        ended.removeEventListener('abort', breakOff);
        controller.close();
      },
      cancel(reason) {
        ended.removeEventListener('abort', breakOff);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(heard, { status, statusText, headers });
}
