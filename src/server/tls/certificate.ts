import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import { generate } from 'selfsigned';
import { StartError } from '../cli/start-error.ts';

/** `--tls`: with files of the user, or a certificate that is made here. */
export type TlsChoice = { cert: string; key: string } | 'self-made';

/** PEM texts. */
export interface Certificate {
  cert: string;
  key: string;
}

/** The self-made one in the state directory, with its key. */
export const SELF_MADE = 'certificate.pem';

const DAY_MS = 86_400_000;
/** What browsers take at most; made anew when a month of it is left. */
const LIFE_MS = 397 * DAY_MS;
const RENEWED_MS = 30 * DAY_MS;

/** The certificate to use from now on; `directory` keeps the self-made one, which is for `names`. Throws StartError. */
export async function readCertificate(choice: TlsChoice, directory: string, names: readonly string[]): Promise<Certificate> {
  return choice === 'self-made' ? selfMade(path.join(directory, SELF_MADE), names) : given(choice);
}

function given(files: { cert: string; key: string }): Certificate {
  const certificate = { cert: readText(files.cert), key: readText(files.key) };
  try {
    createSecureContext(certificate);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartError(
      `The certificate ${files.cert} and the key ${files.key} are no pair that can be used (${reason}): give both as PEM files, the key without a passphrase.`,
    );
  }
  return certificate;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new StartError(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

/** Kept, so that a browser that was told to trust it still does after a restart. */
async function selfMade(file: string, names: readonly string[]): Promise<Certificate> {
  const kept = readKept(file);
  if (kept && isGoodFor(kept.cert, names)) return kept;
  const { cert, private: key } = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name })),
      },
    ],
  });
  writeFileSync(file, `${key}\n${cert}`, { mode: 0o600 });
  return { cert, key };
}

function readKept(file: string): Certificate | undefined {
  try {
    const pem = readFileSync(file, 'utf8');
    createSecureContext({ cert: pem, key: pem });
    return { cert: pem, key: pem };
  } catch {
    // none yet, or one that is broken: the next is as good
    return undefined;
  }
}

function isGoodFor(pem: string, names: readonly string[]): boolean {
  const certificate = new X509Certificate(pem);
  const lasts = certificate.validToDate.getTime() - Date.now() > RENEWED_MS;
  return lasts && names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined);
}
