/** One event of a `text/event-stream`, framed as Jetty's servlet (Marathon) writes it: CRLF lines, data on one line. */
export function sseFrame(event: string, data: unknown): string {
  return `event: ${event}\r\ndata: ${JSON.stringify(data)}\r\n\r\n`;
}

/** The beat that keeps proxies and clients from taking a quiet stream for a dead one. */
export const SSE_HEARTBEAT = '\r\n';
