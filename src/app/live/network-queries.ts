import { queryOptions } from '@tanstack/react-query';
import { hostRecordsSchema, serviceRecordsSchema } from '../../api/dcos/mesos-dns.ts';
import { vipUsagesSchema, type VipUsages } from '../../api/dcos/vips.ts';
import { request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';

const INTERVAL_MS = 2000;

/** What passes through each virtual address. */
export const vipUsagesQuery = queryOptions({
  queryKey: ['network', 'vips'],
  queryFn: ({ signal }) => request('/net/v1/usage', { schema: vipUsagesSchema, signal }),
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

/** What a name stands for; `port` is there for services and `host` where it is another than the name. */
export interface NameRecord {
  address: string;
  port?: string;
  host?: string;
}

/** Records of a name of mesos-dns: a service when it begins with an underscore, else a host. */
export const nameQuery = (name: string) =>
  queryOptions({
    queryKey: ['mesos-dns', 'name', name],
    queryFn: ({ signal }) => (name.startsWith('_') ? findService(name, signal) : findHost(name, signal)),
    enabled: name !== '',
    refetchInterval: () => pacedMs(INTERVAL_MS),
  });

// A name that does not exist is one record of empty texts.
async function findHost(name: string, signal: AbortSignal): Promise<NameRecord[]> {
  const records = await request(`/mesos_dns/v1/hosts/${encodeURIComponent(name)}`, { schema: hostRecordsSchema, signal });
  return records.flatMap(({ ip }) => (ip === '' ? [] : [{ address: ip }]));
}

async function findService(name: string, signal: AbortSignal): Promise<NameRecord[]> {
  const records = await request(`/mesos_dns/v1/services/${encodeURIComponent(name)}`, { schema: serviceRecordsSchema, signal });
  return records.flatMap(({ ip, port, host }) => (port === '' ? [] : [{ address: ip, port, host: host.replace(/\.$/, '') }]));
}

/** Names of virtual addresses, which mesos-dns does not have. */
export function vipRecords({ vips }: VipUsages, name: string): NameRecord[] {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  return vips.flatMap(({ vip, address, port }) => (vip === `${wanted}:${port}` ? [{ address, port: String(port) }] : []));
}
