/** One look at a task from outside, as Marathon makes it for the checks HTTP, HTTPS and TCP. */
export interface ProbeRequest {
  kind: 'http' | 'https' | 'tcp';
  /** The agent's host name, or the address of a container that has one of its own. */
  host: string;
  port: number;
  path: string;
  timeoutMs: number;
  /** Wants the response of HTTP as well: what it says is judged by the one who asks. */
  withResponse?: true;
}

export interface ProbeOutcome {
  ok: boolean;
  /** Why not: `404 Not Found`, `connection refused`. */
  cause?: string;
  /** Whatever its status; the body cut to 64 KiB. */
  response?: { status: number; contentType: string; body: string };
}

/** How the cluster reaches a task; given from outside, since only the place where the cluster runs can. Never rejects for a task's fault. */
export type Probe = (request: ProbeRequest) => Promise<ProbeOutcome>;
