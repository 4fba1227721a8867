import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { describeProblem } from './config-problem.ts';
import type { MachineConfig } from './machine.ts';
import { parseVagrantConfig, type ConfigProblem } from './vagrant-config.ts';

const seed = readFileSync(new URL('../../../VagrantConfig.yaml', import.meta.url), 'utf8');

function problemsOf(text: string, only?: string[]): ConfigProblem[] {
  const result = parseVagrantConfig(text, only);
  return result.ok ? [] : result.problems;
}

function machinesOf(text: string, only?: string[]): MachineConfig[] {
  const result = parseVagrantConfig(text, only);
  if (!result.ok) throw new Error(result.problems.map((problem) => describeProblem(problem, 'file')).join('\n'));
  return result.machines;
}

const warningsOf = (text: string, only?: string[]): string[] => {
  const result = parseVagrantConfig(text, only);
  return result.ok ? result.warnings.map((warning) => describeProblem(warning, 'f')) : [];
};

test('the seed file has the four machines of the tutorial', () => {
  expect(machinesOf(seed)).toEqual([
    { name: 'm1', ip: '192.168.65.90', cpus: 1, memory: 512, memoryReserved: 0, type: 'master', aliases: [] },
    { name: 'a1', ip: '192.168.65.111', cpus: 1, memory: 1024, memoryReserved: 512, type: 'agent-private', aliases: [] },
    {
      name: 'p1',
      ip: '192.168.65.60',
      cpus: 1,
      memory: 1024,
      memoryReserved: 512,
      type: 'agent-public',
      aliases: ['spring.acme.org', 'oinker.acme.org'],
    },
    { name: 'boot', ip: '192.168.65.50', cpus: 1, memory: 1024, memoryReserved: 0, type: 'boot', aliases: [] },
  ]);
  expect(warningsOf(seed)).toEqual([]);
});

test('machines can be picked by name, p1 left out', () => {
  expect(machinesOf(seed, ['boot', 'a1', 'm1']).map(({ name }) => name)).toEqual(['m1', 'a1', 'boot']);
  expect(problemsOf(seed, ['m1', 'a9'])).toEqual([{ line: 0, message: 'There is no machine a9; there are m1, a1, p1, boot.' }]);
  expect(problemsOf(seed, ['a1'])[0]?.message).toBe('No master is among the machines named; add m1.');
  expect(warningsOf(seed, ['m1', 'boot'])).toEqual(['No agent is among the machines named: nothing can run until one is.']);
});

test('cpus, memory and what is reserved have the defaults of dcos-vagrant', () => {
  const [, a1] = machinesOf('m1: {ip: 10.0.0.1, type: master}\na1: {ip: 10.0.0.2, type: agent-private}\n');
  expect(a1).toMatchObject({ cpus: 2, memory: 2048, memoryReserved: 0, aliases: [] });
});

const good = 'm1: {ip: 10.0.0.1, type: master}\na1: {ip: 10.0.0.2, type: agent-private}\n';

test.each<[string, string, Partial<ConfigProblem>]>([
  ['an address used twice', `${good}b: {ip: 10.0.0.1, type: boot}`, { line: 3, machine: 'b', key: 'ip' }],
  ['a name used twice', `${good}a1: {ip: 10.0.0.3, type: boot}`, { line: 3 }],
  ['a name that differs by case only', `${good}A1: {ip: 10.0.0.3, type: boot}`, { line: 3, machine: 'A1' }],
  ['an alias that is a machine', `${good}b: {ip: 10.0.0.3, type: boot, aliases: [m1]}`, { line: 3, machine: 'b', key: 'aliases' }],
  ['an alias used twice', `${good}b:\n  ip: 10.0.0.3\n  type: boot\n  aliases:\n  - x\n  - X`, { line: 8, machine: 'b', key: 'aliases' }],
  ['an address that is none', `${good}b: {ip: 10.0.0.256, type: boot}`, { line: 3, machine: 'b', key: 'ip' }],
  ['no address', `${good}b: {type: boot}`, { line: 3, machine: 'b', key: 'ip', message: 'The key ip is missing.' }],
  ['no type', `${good}b: {ip: 10.0.0.3}`, { line: 3, machine: 'b', key: 'type', message: 'The key type is missing.' }],
  ['an unknown type', `${good}b:\n  ip: 10.0.0.3\n  type: agent`, { line: 5, machine: 'b', key: 'type' }],
  ['half a CPU', `${good}b: {ip: 10.0.0.3, type: boot, cpus: 0.5}`, { line: 3, machine: 'b', key: 'cpus' }],
  ['no CPU', `${good}b: {ip: 10.0.0.3, type: boot, cpus: 0}`, { line: 3, machine: 'b', key: 'cpus' }],
  ['a quoted number', `${good}b: {ip: 10.0.0.3, type: boot, memory: "512"}`, { line: 3, machine: 'b', key: 'memory' }],
  ['a negative reserve', `${good}b: {ip: 10.0.0.3, type: boot, memory-reserved: -1}`, { line: 3, machine: 'b', key: 'memory-reserved' }],
  [
    'all memory reserved',
    `${good}p1:\n  ip: 10.0.0.3\n  type: agent-public\n  memory: 512\n  memory-reserved: 512`,
    { line: 7, machine: 'p1', key: 'memory-reserved' },
  ],
  ['aliases that are no list', `${good}b: {ip: 10.0.0.3, type: boot, aliases: x}`, { line: 3, machine: 'b', key: 'aliases' }],
  ['an alias that is no host name', `${good}b: {ip: 10.0.0.3, type: boot, aliases: [a_b]}`, { line: 3, machine: 'b', key: 'aliases' }],
  ['a machine without settings', `${good}b:`, { line: 3, machine: 'b' }],
  ['a name that cannot be a host', `${good}"b c": {ip: 10.0.0.3, type: boot}`, { line: 3 }],
  ['no master', 'a1: {ip: 10.0.0.2, type: agent-private}\nboot: {ip: 10.0.0.3, type: boot}', { line: 1 }],
  ['no agent', 'm1: {ip: 10.0.0.2, type: master}\nboot: {ip: 10.0.0.3, type: boot}', { line: 1 }],
  ['an empty file', '', { line: 1 }],
  ['a list', '- m1\n- a1', { line: 1 }],
  ['broken YAML', `${good}b: {ip: 10.0.0.3`, { line: 3 }],
  ['a template', `${good}<% if true %>\nb: {ip: 10.0.0.3}\n`, { line: 3, message: expect.stringContaining('Templates') }],
])('%s is one problem at its line', (_, text, problem) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject(problem);
});

test('all problems of a file are told at once, in the order of their lines', () => {
  const text = 'm1: {ip: x, type: master}\na1: {ip: 10.0.0.2, type: agent, cpus: none}\n';
  expect(problemsOf(text).map((problem) => describeProblem(problem, 'f'))).toEqual([
    'f:1: m1.ip: "x" is not an IPv4 address such as 192.168.65.111.',
    'f:2: a1.type: "agent" is not a machine type; use one of master, agent-private, agent-public, boot.',
    'f:2: a1.cpus: "none" is not a whole number of CPUs, 1 or more.',
  ]);
});

test('what is doubtful but works is a warning', () => {
  expect(warningsOf('m1: {ip: 10.0.0.1, type: master, provision: false, box: x}\na1: {ip: 10.0.0.2, type: agent-private}\n')).toEqual([
    'f:1: m1.provision: The key provision is not known and has no effect.',
    'f:1: There is no machine of type boot. dcos-vagrant needs one; this cluster starts without.',
  ]);
  const reserved =
    'm1: {ip: 10.0.0.1, type: master, memory-reserved: 5}\na1: {ip: 10.0.0.2, type: agent-private}\nb: {ip: 10.0.0.3, type: boot}';
  expect(warningsOf(reserved)).toEqual(['f:1: m1.memory-reserved: It has no effect on a machine of type master.']);
});

test('YAML aliases are followed, without end if need be', () => {
  const text = 'm1: &x {ip: 10.0.0.1, type: master, aliases: &y [a.b, *y]}\na1: *x\n';
  expect(problemsOf(text)).not.toEqual([]);
});

const config: fc.Arbitrary<MachineConfig[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/),
      ip: fc.ipV4(),
      cpus: fc.integer({ min: 1, max: 256 }),
      memoryReserved: fc.integer({ min: 0, max: 4096 }),
      spare: fc.integer({ min: 1, max: 65_536 }),
      type: fc.constantFrom('master' as const, 'agent-private' as const, 'agent-public' as const, 'boot' as const),
      alias: fc.option(fc.stringMatching(/^[a-z]{1,5}\.[a-z]{1,5}$/), { nil: undefined }),
    }),
    {
      minLength: 2,
      maxLength: 12,
      comparator: (a, b) => a.name === b.name || a.ip === b.ip || (a.alias !== undefined && a.alias === b.alias),
    },
  )
  .map((machines) =>
    machines.map(({ spare, alias, ...machine }, index) => ({
      ...machine,
      memory: machine.memoryReserved + spare,
      type: index === 0 ? ('master' as const) : index === 1 ? ('agent-private' as const) : machine.type,
      aliases: alias === undefined ? [] : [alias],
    })),
  );

const asYaml = (machines: readonly MachineConfig[]): string =>
  stringify(
    Object.fromEntries(machines.map(({ name, memoryReserved, ...rest }) => [name, { ...rest, 'memory-reserved': memoryReserved }])),
  );

test('any valid description is read back as it was', () => {
  fc.assert(
    fc.property(config, (machines) => {
      expect(machinesOf(asYaml(machines))).toEqual(machines);
    }),
  );
});

test('whatever the file holds, reading it never throws and each problem has a line of the file', () => {
  const broken = config.chain((machines) => {
    const text = asYaml(machines);
    return fc
      .record({
        at: fc.nat(text.length),
        cut: fc.nat(12),
        put: fc.oneof(fc.string(), fc.constantFrom(':', '- ', '{', '&a ', '*a', '\t', '"')),
      })
      .map(({ at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut));
  });
  fc.assert(
    fc.property(fc.oneof(broken, fc.string()), (text) => {
      const count = text.split('\n').length;
      for (const { line, message } of problemsOf(text)) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(count);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});
