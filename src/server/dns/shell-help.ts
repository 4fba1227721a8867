import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the DNS of a running cluster answers is in its state directory, so that other programs find it. */
interface DnsAddress {
  address: string;
  port: number;
}

const fileIn = (stateDirectory: string): string => path.join(stateDirectory, 'dns.json');

export const writeDnsAddress = (stateDirectory: string, { address, port }: DnsAddress): void =>
  writeFileSync(fileIn(stateDirectory), `${JSON.stringify({ address, port })}\n`);

export const forgetDnsAddress = (stateDirectory: string): void => rmSync(fileIn(stateDirectory), { force: true });

/** undefined when no cluster runs there. */
export function readDnsAddress(stateDirectory: string): DnsAddress | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(stateDirectory), 'utf8')) as DnsAddress;
  } catch {
    return undefined;
  }
}

/** Lines for a POSIX shell: programs take a name server's port seldom, so functions ask for a name and give its address. */
export const shellHelp = ({ address, port }: DnsAddress): string => `export DCOS_DNS=${address}:${port}
dcos_dig() { dig @${address} -p ${port} "$@"; }
dcos_address() { dcos_dig +short "$1" A | head -n 1; }
dcos_port() { dcos_dig +short "$1" SRV | head -n 1 | cut -d ' ' -f 3; }
# For all programs, where systemd-resolved runs:
#   sudo resolvectl dns lo ${address}:${port} && sudo resolvectl domain lo '~mesos' '~thisdcos.directory'
`;
