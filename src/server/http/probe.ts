import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Probe, ProbeOutcome, ProbeRequest } from '../../cluster/marathon/health/probe.ts';

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

function probeHttp({ kind, host, port, path, timeoutMs }: ProbeRequest): Promise<ProbeOutcome> {
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
      response.resume();
      const status = response.statusCode ?? 0;
      resolve(status >= 200 && status < 400 ? { ok: true } : { ok: false, cause: `${status} ${response.statusMessage ?? ''}`.trim() });
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    sent.once('error', (fault) => resolve({ ok: false, cause: fault.message }));
    sent.end();
  });
}
