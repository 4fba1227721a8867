import { request } from 'node:http';

const PROBE_MS = 1500;

/** What answers at a socket. */
export interface ProbeAnswer {
  kind: 'docker' | 'podman';
  version: string;
}

interface VersionBody {
  Version?: string;
  Components?: { Name?: string }[];
}

export function parseVersion(text: string): ProbeAnswer {
  const body = JSON.parse(text) as VersionBody;
  const isPodman = body.Components?.some(({ Name = '' }) => /podman/i.test(Name)) === true;
  return { kind: isPodman ? 'podman' : 'docker', version: body.Version ?? 'unknown' };
}

/**
 * Asks who listens at a Unix socket. By hand, not by the client library: most sockets that are tried are not there, and the
 * library takes longer to load than all of them to try. Rejects with the system's fault (`ENOENT`, `EACCES`, …).
 */
export function probeSocket(socketPath: string): Promise<ProbeAnswer> {
  return new Promise((resolve, reject) => {
    const ask = request({ socketPath, path: '/version', timeout: PROBE_MS, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        try {
          resolve(parseVersion(text));
        } catch {
          reject(new Error(`what listens at ${socketPath} is no container engine`));
        }
      });
    });
    ask.on('timeout', () => ask.destroy(new Error(`no answer from ${socketPath} within ${PROBE_MS} ms`)));
    ask.on('error', reject);
    ask.end();
  });
}
