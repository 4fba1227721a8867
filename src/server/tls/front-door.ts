import type { Fetch } from '../../api/http/fetch.ts';
import { serve, type HttpServer } from '../http/serve.ts';
import type { Upgrades } from '../http/upgrades.ts';
import { readCertificate, type TlsChoice } from './certificate.ts';

export interface FrontDoorOptions {
  address: string;
  port: number;
  tls?: TlsChoice;
  /** Beside TLS, for clients that cannot do that; without TLS there is one port. */
  httpPort?: number;
  upgrades?: () => Upgrades | undefined;
}

/** What each certificate is for, whatever else. */
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Where the server is asked: by plain HTTP, or by TLS and only where that is wanted by plain HTTP too. */
export interface FrontDoor {
  port: number;
  scheme: 'http' | 'https';
  /** Of plain HTTP beside TLS. */
  httpPort?: number;
  /**
   * Reads the certificate for the first time. `directory` keeps a self-made one, which is for `names` and those of the loopback. Throws
   * StartError.
   */
  certify(directory: string, names: readonly string[]): Promise<void>;
  /** Reads it again: connections that are open go on with the old one, which stays when the new one cannot be used. Throws StartError. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Throws ListenError; then none of the ports is taken. */
export async function openFrontDoor(fetch: Fetch, options: FrontDoorOptions): Promise<FrontDoor> {
  const { tls, httpPort, ...common } = options;
  const main = await serve(fetch, { ...common, tls: tls !== undefined });
  const doors: HttpServer[] = [main];
  const close = async (): Promise<void> => void (await Promise.all(doors.map((door) => door.close())));
  if (tls !== undefined && httpPort !== undefined) {
    try {
      doors.push(await serve(fetch, { ...common, port: httpPort }));
    } catch (fault) {
      await close();
      throw fault;
    }
  }
  let read: () => Promise<void> = async () => {};
  return {
    port: main.port,
    scheme: tls === undefined ? 'http' : 'https',
    certify(directory, names) {
      if (tls !== undefined)
        read = async () => main.useCertificate(await readCertificate(tls, directory, [...new Set([...names, ...LOOPBACK])]));
      return read();
    },
    reload: () => read(),
    close,
    ...(doors[1] && { httpPort: doors[1].port }),
  };
}
