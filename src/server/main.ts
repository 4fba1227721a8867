import { lookup } from 'node:dns/promises';
import { createLog, type Log } from '../cluster/kernel/log.ts';
import { logLine } from './cli/log-lines.ts';
import { openBrowser } from './cli/open-browser.ts';
import { parseOptions, UsageError, type StartOptions } from './cli/options.ts';
import { startClusterServer } from './cluster-server.ts';
import { startExternalServer } from './external-server.ts';
import type { RunningServer } from './gateway.ts';

const M1_NAME = 'm1.localhost';

/** Browsers resolve *.localhost themselves; other programs ask the system, which on many machines does not know it. */
async function pageHost(): Promise<string> {
  return lookup(M1_NAME).then(
    ({ address }) => (address.startsWith('127.') ? M1_NAME : '127.0.0.1'),
    () => '127.0.0.1',
  );
}

function fail(fault: unknown): never {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (message) process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
  process.exit(fault instanceof UsageError ? fault.exitCode : 1);
}

/**
 * Stops cleanly at the first signal, at once at the second. SIGHUP means that the terminal was closed; where there is none it comes from a
 * service manager or from whoever renewed the certificate, and with TLS it is that which is read again (`reloads`).
 */
function takeSignals(server: RunningServer, log: Log, reloads: boolean): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info(`${signal}: stopping. A second one stops at once.`);
    server.stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  process.on('SIGHUP', (signal) => (reloads ? reload(server, log) : stop(signal)));
}

/** A certificate that cannot be used is no reason to stop: the one before still is. */
function reload({ door }: RunningServer, log: Log): void {
  door.reload().then(
    () => log.info('SIGHUP: the certificate was read again. Connections that are open go on with the one before.'),
    (fault: unknown) => log.error(`SIGHUP: ${fault instanceof Error ? fault.message : String(fault)} The certificate stays as it was.`),
  );
}

async function start(options: StartOptions): Promise<void> {
  const log = createLog((record) => void process.stderr.write(`${logLine(record, Date.now(), options.json)}\n`));
  const host = pageHost();
  const server = await (options.external ? startExternalServer(options, options.external, log) : startClusterServer(options, log));
  takeSignals(server, log, options.tls !== undefined && !process.stdout.isTTY);
  await server.ready;
  const origin = (name: string): string => `${server.door.scheme}://${name}:${server.door.port}`;
  const url = `${origin(await host)}${server.loginPath}`;
  if ((await host) !== M1_NAME) log.info(`In a browser on this machine the m1 address is ${origin(M1_NAME)}/ as well.`);
  process.stdout.write(`ready ${url}\n`);
  if (server.door.httpPort !== undefined) log.info(`Plain HTTP is at http://127.0.0.1:${server.door.httpPort}/.`);
  if (options.open) openBrowser(url);
}

try {
  await start(parseOptions(process.argv.slice(2), (text) => process.stdout.write(text)));
} catch (fault) {
  fail(fault);
}
