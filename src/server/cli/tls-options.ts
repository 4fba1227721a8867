import type { TlsChoice } from '../tls/certificate.ts';

/** How the server is asked by TLS. */
export interface TlsOptions {
  tls?: TlsChoice;
  /** Plain HTTP beside it. */
  httpPort?: number;
}

/** `--tls`, `--tls-cert`, `--tls-key` and `--http-port` as they were given. */
export interface GivenTls {
  tls?: boolean;
  tlsCert?: string;
  tlsKey?: string;
  httpPort?: number;
}

/** Throws UnfitTlsOptions when they do not go together. */
export function tlsOptions({ tls = false, tlsCert: cert, tlsKey: key, httpPort }: GivenTls): TlsOptions {
  if ((cert === undefined) !== (key === undefined))
    throw new UnfitTlsOptions('--tls-cert and --tls-key go together: a certificate is of no use without its key');
  const choice = cert !== undefined && key !== undefined ? { cert, key } : tls ? ('self-made' as const) : undefined;
  if (choice === undefined && httpPort !== undefined)
    throw new UnfitTlsOptions('--http-port is for plain HTTP beside --tls: without that, --port is enough');
  return { ...(choice !== undefined && { tls: choice }), ...(httpPort !== undefined && { httpPort }) };
}

/** `message` is the sentence for the user. */
export class UnfitTlsOptions extends Error {
  override name = 'UnfitTlsOptions';
}
