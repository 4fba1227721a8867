import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Probe, ProbeOutcome, ProbeRequest } from '../../cluster/kernel/probe.ts';

/** Marathon's own health checks over the real network: HTTP(S) by GET, TCP by connecting. 200 to 399 is healthy, as in Marathon. */
export const probeNetwork: Probe = (check) => (check.kind === 'tcp' ? probeTcp(check) : probeHttp(check));

function probeTcp({ host, port, timeoutMs }: ProbeRequest): Promise<ProbeOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs });
    const end = (outcome: ProbeOutcome): void => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once('connect', () => end({ ok: true }));
    socket.once('timeout', () => end({ ok: false, cause: `no connection within ${timeoutMs / 1000} s` }));
    socket.once('error', (fault) => end({ ok: false, cause: fault.message }));
  });
}

function probeHttp({ kind, host, port, path, timeoutMs, withResponse }: ProbeRequest): Promise<ProbeOutcome> {
  return new Promise((resolve) => {
    // Marathon does not check certificates either: a task's is seldom signed for its address
    const request = kind === 'https' ? httpsRequest : httpRequest;
    const sent = request({
      host,
      port,
      path: path.startsWith('/') ? path : `/${path}`,
      timeout: timeoutMs,
      agent: false,
      rejectUnauthorized: false,
    });
    sent.once('response', (response) => {
      const status = response.statusCode ?? 0;
      const outcome =
        status >= 200 && status < 400 ? { ok: true } : { ok: false, cause: `${status} ${response.statusMessage ?? ''}`.trim() };
      if (!withResponse) {
        response.resume();
        return resolve(outcome);
      }
      const contentType = response.headers['content-type'] ?? '';
      readText(response, (fault, body) =>
        resolve(fault ? { ok: false, cause: fault.message } : { ...outcome, response: { status, contentType, body } }),
      );
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    sent.once('error', (fault) => resolve({ ok: false, cause: fault.message }));
    sent.end();
  });
}

const LONGEST_BODY = 64 * 1024;

/** The body as text, cut where it gets too long. */
function readText(response: IncomingMessage, done: (fault: Error | undefined, text: string) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const end = (fault?: Error): void => done(fault, Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString('utf8'));
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < LONGEST_BODY) return;
    end();
    response.destroy();
  });
  response.once('end', () => end());
  response.once('error', end);
}
