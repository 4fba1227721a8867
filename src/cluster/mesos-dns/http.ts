import { Hono } from 'hono';
import type { DnsVersion, Enumeration, HostRecords, ServiceRecords } from '../../api/dcos/mesos-dns.ts';
import type { Fetch } from '../../api/http/fetch.ts';
import { lookUp, type DnsRecord, type Zone } from './records.ts';

const VERSION = 'v0.6.0';
const URL_OF_PROJECT = 'https://github.com/mesosphere/mesos-dns';

/** Names are read when asked for. */
const CONFIG = {
  RefreshSeconds: 0,
  TTL: 60,
  Timeout: 5,
  StateTimeoutSeconds: 300,
  Domain: 'mesos',
  DNSOn: true,
  HTTPOn: true,
  EnforceRFC952: false,
  IPSources: ['host', 'netinfo'],
};

/** The HTTP API of mesos-dns. Names are answered with their final dot; one that does not exist with one entry of empty strings. */
export function mesosDnsHttp(zone: () => Promise<Zone>, { masters, recursion }: { masters: readonly string[]; recursion: boolean }): Fetch {
  const app = new Hono();
  app.get('/v1/version', (c) => c.json<DnsVersion>({ Service: 'Mesos-DNS', Version: VERSION, URL: URL_OF_PROJECT }));
  app.get('/v1/config', (c) =>
    c.json({ Masters: masters.map((address) => `${address}:5050`), ...CONFIG, ExternalOn: recursion, RecurseOn: recursion }),
  );
  app.get('/v1/hosts/:name/ports', (c) => c.json({ message: 'Ports of a host are not told; ask /v1/services/<name>.' }, 501));
  app.get('/v1/hosts/:name', async (c) => {
    const name = c.req.param('name');
    const found = lookUp(await zone(), name, 'A').map((record) => ({ host: dotted(record.name), ip: record.host }));
    return c.json<HostRecords>(found.length > 0 ? found : [{ host: '', ip: '' }]);
  });
  app.get('/v1/services/:service', async (c) => {
    const names = await zone();
    const found = lookUp(names, c.req.param('service'), 'SRV').map((record) => service(names, record));
    return c.json<ServiceRecords>(found.length > 0 ? found : [{ service: '', host: '', ip: '', port: '' }]);
  });
  app.get('/v1/enumerate', async (c) => {
    const { frameworks } = await zone();
    const shown = (records: DnsRecord[]): DnsRecord[] => records.map((record) => ({ ...record, name: dotted(record.name) }));
    return c.json<Enumeration>({
      frameworks: frameworks.map(({ name, tasks }) => ({ tasks: tasks.map((task) => ({ ...task, records: shown(task.records) })), name })),
    });
  });
  app.get('/v1/axfr', async (c) =>
    c.json({ TTL: 60, Serial: 1, Mname: 'ns1.mesos.', Rname: 'root.ns1.mesos.', Domain: 'mesos', Records: axfr(await zone()) }),
  );
  app.notFound((c) => c.text('404: Page Not Found', 404));
  app.onError((error, c) => c.json({ message: `Names cannot be told at the moment: ${error.message}` }, 503));
  return (request) => Promise.resolve(app.fetch(request));
}

const dotted = (name: string): string => `${name}.`;

function service(zone: Zone, record: DnsRecord): ServiceRecords[number] {
  const [host = '', port = ''] = record.host.split(':');
  return { service: dotted(record.name), host: dotted(host), ip: lookUp(zone, host, 'A')[0]?.host ?? '', port };
}

/** The zone dump: values by name and type, A and SRV apart. */
function axfr(zone: Zone): { As: Record<string, string[]>; SRVs: Record<string, string[]> } {
  const of = (rtype: DnsRecord['rtype']): Record<string, string[]> => {
    const byName = Map.groupBy(
      zone.records.filter((record) => record.rtype === rtype),
      ({ name }) => dotted(name),
    );
    return Object.fromEntries([...byName].map(([name, records]) => [name, [...new Set(records.map(({ host }) => host))]]));
  };
  return { As: of('A'), SRVs: of('SRV') };
}
