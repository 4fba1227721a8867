import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import vagrantConfig from '../../VagrantConfig.yaml?raw';
import { validateApp } from '../../src/api/marathon/app.ts';
import { parseVagrantConfig } from '../../src/cluster/machines/vagrant-config.ts';
import { busy } from './busy.ts';
import { huge } from './huge.ts';
import { medium } from './medium.ts';
import { scenarioNamed, scenarios } from './scenarios.ts';
import { seedMachines } from './seed-machines.ts';

test('the seed machines are those of the repository', () => {
  expect(parseVagrantConfig(vagrantConfig)).toEqual({ ok: true, machines: seedMachines, warnings: [] });
});

// `huge` has five times of what `busy` has
test.each(scenarios.filter((each) => each !== huge).map((scenario) => [scenario.name, scenario] as const))(
  'the machines and apps of %s are valid',
  (_, scenario) => {
    const yaml = Object.fromEntries(
      scenario.machines.map(({ name, memoryReserved, ...rest }) => [name, { ...rest, 'memory-reserved': memoryReserved }]),
    );
    const config = parseVagrantConfig(stringify(yaml));
    if (scenario.name === 'empty') expect(config).toMatchObject({ ok: false, problems: [{ line: 1 }] });
    else expect(config).toMatchObject({ ok: true });
    for (const app of scenario.apps) expect(validateApp(app)).toMatchObject({ ok: true });
    expect(new Set(scenario.apps.map(({ id }) => id)).size).toBe(scenario.apps.length);
  },
);

test.each([
  [medium, { agents: 50, apps: 60, tasks: 300, jobs: 50 }],
  [busy, { agents: 1_000, apps: 1_000, tasks: 10_000, jobs: 500 }],
  [huge, { agents: 5_000, apps: 5_000, tasks: 50_000, jobs: 5_000 }],
])('$name is as large as it says', (scenario, size) => {
  expect({
    agents: scenario.machines.filter(({ type }) => type.startsWith('agent')).length,
    apps: scenario.apps.length,
    tasks: scenario.apps.reduce((sum, app) => sum + app.instances, 0),
    jobs: scenario.jobs?.length,
  }).toEqual(size);
});

test('an unknown name gives the first world', () => {
  expect(scenarioNamed('demo').name).toBe('demo');
  expect([scenarioNamed('no such').name, scenarioNamed(null).name]).toEqual(['small', 'small']);
});
