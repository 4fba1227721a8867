import type { Log } from '../../cluster/kernel/log.ts';
import { serverFailure } from '../../cluster/mesos-dns/server-failure.ts';
import type { DnsQueries } from '../../cluster/mesos-dns/queries.ts';
import { ListenError } from '../http/serve.ts';
import { createResolverClient } from './ask-resolvers.ts';
import { serveDns, type AnswerPacket, type DnsServer } from './dns-server.ts';

/** Where mesos-dns of DC/OS listens. */
export const DNS_PORT = 61_053;

export interface DnsOptions {
  address: string;
  /** As the user said it; otherwise that of DC/OS, and any free one where that is taken. */
  port?: number;
  recursion: boolean;
  /** Others than this host's own, to ask for names that are not the cluster's. */
  resolvers?: readonly string[];
}

/** The names of the cluster on a port. While mesos-dns is not there, nobody is answered. Throws ListenError for a port that the user said. */
export async function startDns(query: DnsQueries, options: DnsOptions, log: Log): Promise<DnsServer> {
  const { address, port, recursion, resolvers } = options;
  const askResolvers = recursion ? createResolverClient(resolvers) : undefined;
  const answer: AnswerPacket = async (packet, transport) => {
    const response = await query(packet, transport);
    if (response !== 'forward') return response;
    return (await askResolvers?.(packet, transport)) ?? serverFailure(packet);
  };
  const server = await serveDns(answer, { address, port: port ?? DNS_PORT }).catch((fault: unknown) => {
    if (port !== undefined || !(fault instanceof ListenError)) throw fault;
    log.info(`Port ${DNS_PORT} is taken, so DNS takes another.`);
    return serveDns(answer, { address, port: 0 });
  });
  log.info(`DNS answers at ${server.address}:${server.port}: dig @${server.address} -p ${server.port} leader.mesos`);
  return server;
}
