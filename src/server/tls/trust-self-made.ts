import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SELF_MADE } from './certificate.ts';

/** Makes this process trust the certificate that a server of the state directory made for itself; nothing where there is none. */
export function trustSelfMade(directory: string): void {
  const certificate = ownCertificate(path.join(directory, SELF_MADE));
  if (certificate !== undefined) setDefaultCACertificates([...getCACertificates('default'), certificate]);
}

function ownCertificate(file: string): string | undefined {
  try {
    return /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(readFileSync(file, 'utf8'))?.[0];
  } catch {
    return undefined;
  }
}
