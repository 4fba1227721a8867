import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import vagrantConfig from '../../VagrantConfig.yaml?raw';
import { validateApp } from '../../src/api/marathon/app.ts';
import { parseVagrantConfig } from '../../src/cluster/machines/vagrant-config.ts';
import { busy } from './busy.ts';
import { huge } from './huge.ts';
import { scenarioNamed, scenarios } from './scenarios.ts';
import { seedMachines } from './seed-machines.ts';

test('the seed machines are those of the repository', () => {
  expect(parseVagrantConfig(vagrantConfig)).toEqual({ ok: true, machines: seedMachines, warnings: [] });
});

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('the machines and apps of %s are valid', (_, scenario) => {
  const yaml = Object.fromEntries(
    scenario.machines.map(({ name, memoryReserved, ...rest }) => [name, { ...rest, 'memory-reserved': memoryReserved }]),
  );
  const config = parseVagrantConfig(stringify(yaml));
  if (scenario.name === 'empty') expect(config).toMatchObject({ ok: false, problems: [{ line: 1 }] });
  else expect(config).toMatchObject({ ok: true });
  for (const app of scenario.apps) expect(validateApp(app)).toMatchObject({ ok: true });
  expect(new Set(scenario.apps.map(({ id }) => id)).size).toBe(scenario.apps.length);
});

test('the busy world is as busy as it says', () => {
  expect(busy.machines.filter(({ type }) => type.startsWith('agent'))).toHaveLength(50);
  expect(busy.apps).toHaveLength(60);
  expect(busy.apps.reduce((sum, app) => sum + app.instances, 0)).toBe(300);
});

test('the huge world is as huge as it says', () => {
  expect(huge.machines.filter(({ type }) => type.startsWith('agent'))).toHaveLength(1000);
  expect(huge.apps).toHaveLength(1000);
  expect(huge.apps.reduce((sum, app) => sum + app.instances, 0)).toBe(10_000);
});

test('an unknown name gives the first world', () => {
  expect(scenarioNamed('demo').name).toBe('demo');
  expect([scenarioNamed('no such').name, scenarioNamed(null).name]).toEqual(['small', 'small']);
});
