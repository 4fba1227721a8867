import type { ScenarioJob } from './scenario.ts';

const small = { cpus: 0.05, mem: 32, retries: 0 };

/** What a small shop runs by the clock. The first one runs each minute, so that something is seen to happen. */
export const demoJobs: ScenarioJob[] = [
  { body: { name: 'heartbeat', command: 'echo still here', schedule: 'R//PT1M', owner: 'ops@shop.example', ...small } },
  {
    body: {
      name: 'nightly-backup',
      command: 'echo dumping; sleep 240; echo 1.2 GB written',
      description: 'Everything that the shop has, to the other data centre.',
      schedule: 'R/2016-01-04T02:30:00Z/P1D',
      scheduleTimeZone: 'Europe/Berlin',
      owner: 'ops@shop.example',
      ...small,
    },
    past: { runs: 40, seconds: [190, 320], failed: [9, 23] },
  },
  {
    body: { name: 'check-backup', command: 'sleep 20; echo the dump can be read', parents: ['nightly-backup'], ...small },
    past: { runs: 38, seconds: [15, 40] },
  },
  {
    body: { name: 'prune-backups', command: 'sleep 5; echo 3 old dumps removed', parents: ['check-backup'], ...small },
    past: { runs: 38, seconds: [4, 9] },
  },
  {
    body: {
      name: 'sales-figures',
      command: 'sleep 30; echo figures of the hour',
      schedule: 'R/2016-01-04T00:05:00Z/PT1H',
      ...small,
    },
    past: { runs: 72, seconds: [20, 70], failed: [31] },
  },
  {
    body: { name: 'mail-figures', command: 'sleep 2; echo sent', parents: ['sales-figures', 'nightly-backup'], ...small },
    past: { runs: 40, seconds: [1, 3] },
  },
  {
    body: {
      name: 'import-prices',
      command: 'echo connecting; sleep 3; echo refused >&2; exit 1',
      schedule: 'R/2016-01-04T00:20:00Z/PT6H',
      ...small,
    },
    past: { runs: 30, seconds: [3, 4], failed: [0, 1, 2, 3] },
  },
  {
    body: { name: 'update-shop', command: 'sleep 10; echo updated', parents: ['import-prices'], ...small },
    past: { runs: 26, seconds: [8, 15] },
  },
  {
    body: {
      name: 'export-to-old-shop',
      command: 'echo exporting',
      description: 'Switched off with the old shop.',
      schedule: 'R/2016-01-04T06:00:00Z/P1W',
      disabled: true,
      ...small,
    },
    past: { runs: 12, seconds: [60, 90] },
  },
];
