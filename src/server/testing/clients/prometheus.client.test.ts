import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import { freePort } from '../free-port.ts';
import { startClient, works, type ClientProcess } from './client-process.ts';

// Debian's Prometheus finds the targets of an app: by Marathon's API behind the adminRouter, with the token of a program.

const ROOT = path.resolve(import.meta.dirname, '../../../..');
// Prometheus takes up what it found only every five seconds.
const WITHIN = { timeout: 30_000, interval: 100 };
const installed = await works('prometheus', '--version');
if (!installed) console.warn('Skipped: there is no prometheus. Debian has it in its package of that name.');

const METRIC = 'orders_total 42';
const exporter = `exec node -e "require('http').createServer((_, answer) => answer.end('${METRIC}\\n')).listen(process.env.PORT0, process.env.HOST)"`;

const configuration = (marathon: string, token: string): string => `
global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs:
  - job_name: dcos-token
    marathon_sd_configs: [{ servers: ['${marathon}'], auth_token: '${token}', refresh_interval: 1s }]
    relabel_configs:
      - { source_labels: [__meta_marathon_app], target_label: app }
      - { source_labels: [__meta_marathon_app_label_team], target_label: team }
      - { source_labels: [__meta_marathon_task], target_label: task }
  - job_name: bearer
    marathon_sd_configs: [{ servers: ['${marathon}'], authorization: { credentials: '${token}' }, refresh_interval: 1s }]
  - job_name: stranger
    marathon_sd_configs: [{ servers: ['${marathon}'], refresh_interval: 1s }]
`;

interface Target {
  scrapePool: string;
  scrapeUrl: string;
  health: string;
  lastError: string;
  labels: Record<string, string>;
}

describe.skipIf(!installed)('Prometheus', { timeout: 40_000 }, () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-prometheus-'));
  let server: LocalServer;
  let prometheus: ClientProcess;
  let api: string;

  const marathon = async (method: string, at: string, body: unknown): Promise<void> => {
    const headers = { authorization: `token=${server.token}`, 'content-type': 'application/json' };
    const { status } = await fetch(`${server.origin()}/marathon/v2${at}`, { method, headers, body: JSON.stringify(body) });
    expect(status).toBeLessThan(300);
  };
  const ask = async <Data>(question: string): Promise<Data> => {
    const response = await fetch(`${api}/api/v1/${question}`);
    const { data } = (await response.json()) as { data: Data };
    return data;
  };
  const targets = async (job: string): Promise<Target[]> => {
    const { activeTargets } = await ask<{ activeTargets: Target[] }>('targets?state=active');
    return activeTargets.filter(({ scrapePool }) => scrapePool === job);
  };

  beforeAll(async () => {
    server = await startLocalServer(ROOT, ['--executor', 'process']);
    await marathon('POST', '/apps', { id: '/shop/orders', cmd: exporter, cpus: 0.1, mem: 32, instances: 2, labels: { team: 'blue' } });
    const file = path.join(directory, 'prometheus.yml');
    writeFileSync(file, configuration(`${server.origin()}/marathon`, server.token));
    const address = `127.0.0.1:${await freePort()}`;
    api = `http://${address}`;
    const args = [`--config.file=${file}`, `--storage.tsdb.path=${path.join(directory, 'data')}`, `--web.listen-address=${address}`];
    prometheus = startClient('prometheus', args);
  }, 90_000);
  afterAll(async () => {
    await prometheus?.stop();
    await server?.dispose();
    rmSync(directory, { recursive: true, force: true });
  }, 60_000);

  test.each(['dcos-token', 'bearer'])('finds and scrapes each task of an app, known by %s', async (job) => {
    await vi.waitFor(async () => {
      const found = await targets(job);
      expect(found.map(({ health, lastError }) => [health, lastError])).toEqual([
        ['up', ''],
        ['up', ''],
      ]);
    }, WITHIN);
  });

  test('reads what the tasks measure, with the names that Marathon gives them', async () => {
    await vi.waitFor(async () => {
      const { result } = await ask<{ result: { metric: Record<string, string>; value: [number, string] }[] }>(
        'query?query=orders_total{job="dcos-token"}',
      );
      expect(result.map(({ metric, value }) => [metric['app'], metric['team'], value[1]])).toEqual([
        ['/shop/orders', 'blue', '42'],
        ['/shop/orders', 'blue', '42'],
      ]);
      expect(new Set(result.map(({ metric }) => metric['task'])).size).toBe(2);
    }, WITHIN);
  });

  test('follows the app as it is scaled', async () => {
    await marathon('PUT', '/apps//shop/orders', { instances: 3 });
    await vi.waitFor(async () => expect(await targets('dcos-token')).toHaveLength(3), WITHIN);
  });

  test('finds nothing without a token, and says why', async () => {
    await vi.waitFor(() => expect(prometheus.said()).toContain('401'), WITHIN);
    expect(await targets('stranger')).toEqual([]);
  });
});
