import { describe, expect, it } from 'vitest';
import { newHealthCheck } from './check-rows.ts';
import { sectionOfField } from './field-of-path.ts';
import { formOfDocument } from './form-of-document.ts';
import { emptyParameter, newDocument, newPort, type AppFormValues } from './form-values.ts';
import { type AppRules, atFields, documentProblems, problemsOf, problemsOfDetails, type ProblemWords } from './problems.ts';
import type { ServerSettings } from '../../live/server-settings.ts';
import { newVolume } from './volume-rows.ts';

const words: ProblemWords = {
  nothingToRun: 'nothing to run',
  imageNeeded: 'image needed',
  networkNameNeeded: 'name needed',
  keyTwice: 'key twice',
  pathNeeded: 'path needed',
  hostPathNeeded: 'host path needed',
  modeNeeded: 'mode needed',
  relativePath: 'relative path',
  volumeName: 'volume name',
  noBlanks: 'no blanks',
  roleNeeded: 'role needed',
  portIndex: (ports) => `${ports} ports`,
  idStays: (id) => `stays ${id}`,
  codes: { 'error.path.missing': 'Please fill this in.' },
};
const server: ServerSettings = { features: new Set(['vips']), role: undefined };
const rules: AppRules = { words, server };
const base = newDocument('/');
const valid: AppFormValues = { ...formOfDocument(base), id: 'redis', image: 'redis' };
const problems = (values: Partial<AppFormValues>): Record<string, string> =>
  Object.fromEntries(problemsOf(base, { ...valid, ...values }, rules).map(({ field, message }) => [field, message]));
const fields = (values: Partial<AppFormValues>): string[] => Object.keys(problems(values));

describe("the form's problems", () => {
  it("has none for the blog's redis, on either network", () => {
    expect(problems({ cmd: 'redis-server' })).toEqual({});
    expect(problems({ network: 'bridge', ports: [{ ...newPort, port: '6379' }] })).toEqual({});
  });

  it.each(['', '  ', 'Redis', 'a b', 'a//b', '-a', 'a_b', '/'])('refuses the id %j', (id) => {
    expect(fields({ id })).toEqual(['id']);
  });

  it.each([
    ['cpus', ''],
    ['cpus', 'one'],
    ['cpus', '0'],
    ['mem', '16'],
    ['mem', '-1'],
    ['disk', '-1'],
    ['disk', 'x'],
    ['instances', '1.5'],
    ['instances', '-1'],
    ['instances', ''],
    ['image', 'red is'],
  ])('refuses %s %j', (field, text) => {
    expect(fields({ [field]: text })).toEqual([field]);
  });

  it('tells every field at once', () => {
    expect(fields({ id: '', cpus: 'x', instances: '-1', image: '' }).sort()).toEqual(['cmd', 'cpus', 'id', 'instances']);
  });

  it("wants an image for a network other than the host's, and a name for a user network", () => {
    expect(problems({ image: '', cmd: 'run', network: 'bridge' })).toEqual({ image: 'image needed' });
    expect(problems({ network: 'user' })).toEqual({ networkName: 'name needed' });
  });

  it('finds the row of a bad port or parameter, empty rows not counted', () => {
    expect(fields({ network: 'bridge', ports: [newPort, { ...newPort, port: '70000' }] })).toEqual(['ports.1.port']);
    expect(fields({ ports: [{ ...newPort, name: 'Bad Name' }] })).toEqual(['ports.0.name']);
    expect(fields({ parameters: [emptyParameter, { key: '', value: 'v' }] })).toEqual(['parameters.1.key']);
  });

  it('judges rules across fields once each has its form', () => {
    const twice = [
      { ...newPort, name: 'web' },
      { ...newPort, name: 'web' },
    ];
    expect(problems({ ports: twice })).toEqual({ ports: 'Port names must be unique.' });
  });
});

describe('the problems of the other sections', () => {
  it('finds rows without a key, and keys that are used twice', () => {
    const env = [
      { key: 'A', value: '1' },
      { key: '', value: 'x' },
      { key: 'A', value: '2' },
    ];
    expect(problems({ env })).toEqual({ 'env.1.key': 'A value needs a key.', 'env.2.key': 'key twice' });
  });

  it('asks checks for what their protocol needs, and for numbers', () => {
    const http = { ...newHealthCheck, path: '' };
    const command = { ...newHealthCheck, protocol: 'COMMAND' };
    const slow = { ...newHealthCheck, protocol: 'TCP', intervalSeconds: 'often' };
    expect(fields({ healthChecks: [http, command, slow] })).toEqual([
      'healthChecks.0.path',
      'healthChecks.1.command',
      'healthChecks.2.intervalSeconds',
    ]);
    expect(problems({ healthChecks: [{ ...http, path: '/' }] })).toEqual({});
  });

  it('asks volumes for their paths, mode, size and name', () => {
    const volumes = [
      newVolume('host'),
      { ...newVolume('persistent'), containerPath: '/data' },
      { ...newVolume('external'), name: 'Big One' },
    ];
    expect(fields({ volumes }).sort()).toEqual([
      'volumes.0.containerPath',
      'volumes.0.hostPath',
      'volumes.0.mode',
      'volumes.1.containerPath',
      'volumes.1.size',
      'volumes.2.containerPath',
      'volumes.2.name',
    ]);
  });

  it.each([
    ['gpus', '0.5'],
    ['constraints', 'hostname:NEAR'],
    ['minimumHealthCapacity', '2'],
    ['backoffFactor', '0.5'],
    ['taskKillGracePeriodSeconds', 'x'],
    ['executor', '/a//b'],
  ])('refuses %s %j', (field, text) => {
    expect(fields({ [field]: text })).toEqual([field]);
  });

  it('takes arguments in the place of a command', () => {
    expect(problems({ image: '', args: 'run' })).toEqual({});
  });
});

describe("a server's answer", () => {
  it('is shown at its fields, in words', () => {
    const values = { ...valid, parameters: [emptyParameter, { key: 'a', value: 'b' }] };
    const details = [
      { path: '/container/docker/image', errors: ['error.path.missing'] },
      { path: '/container/docker/parameters(0)/key', errors: ['no'] },
      { path: '/container/docker/portMappings(2)/hostPort', errors: ['taken'] },
      { path: '/', errors: ['Single instance app may only have one instance'] },
      { path: '/upgradeStrategy/maximumOverCapacity', errors: ['error.max'] },
      { path: '/residency', errors: ['no'] },
    ];
    expect(atFields(problemsOfDetails(details, words), values)).toEqual([
      { field: 'image', message: 'Please fill this in.' },
      { field: 'parameters.1.key', message: 'no' },
      { field: 'ports.2.hostPort', message: 'taken' },
      { field: 'root', message: 'Single instance app may only have one instance' },
      { field: 'maximumOverCapacity', message: 'error.max' },
      { field: 'root', message: '/residency: no' },
    ]);
  });
});

it('knows the section of each field', () => {
  expect(['id', 'image', 'parameters.0.key', 'ports.1.port', 'ports', 'root'].map(sectionOfField)).toEqual([
    'general',
    'docker',
    'docker',
    'ports',
    'ports',
    undefined,
  ]);
});

describe('a document that is edited as such', () => {
  it("has Marathon's own limits, not the stricter ones of the form's fields", () => {
    expect(documentProblems({ id: '/a', cmd: 'run', cpus: 0, mem: 4 }, rules)).toEqual([]);
    expect(documentProblems({ id: '/a', cmd: 'run', cpus: 'many', container: { volumes: [{}] } }, rules)).toEqual([
      { path: '/cpus', message: 'CPUs has to be a number.' },
      { path: '/container/volumes(0)/containerPath', message: 'The container path has to be text.' },
    ]);
  });

  it('keeps its id in an edit', () => {
    expect(documentProblems({ id: '/b', cmd: 'run' }, { ...rules, id: '/a' })).toEqual([{ path: '/id', message: 'stays /a' }]);
    expect(documentProblems({ id: 'a', cmd: 'run' }, { ...rules, id: '/a' })).toEqual([]);
  });

  it('leaves to the server what only that can judge', () => {
    const app = { id: '/a', cmd: 'run', role: 'dev', env: { A: { secret: 's' } }, secrets: { s: { source: 'db' } } };
    expect(documentProblems(app, rules).map(({ path }) => path)).toContain('/role');
    const other = { ...rules, server: { role: 'dev', features: new Set(['secrets']) } };
    expect(documentProblems(app, other)).toEqual([]);
  });
});

it('keeps a role that is there', () => {
  const document = { ...base, role: 'slave_public' };
  const values = { ...valid, role: ' ' };
  expect(problemsOf(document, values, rules)).toContainEqual({ field: 'role', message: 'role needed' });
  expect(problemsOf(base, values, rules)).toEqual([]);
});

it('tells a port index that leads nowhere, whatever else is wrong', () => {
  const check = { ...newHealthCheck, path: '/', port: '1' };
  expect(problems({ id: '', healthChecks: [check] })).toMatchObject({ 'healthChecks.0.port': '1 ports' });
  expect(problems({ ports: [newPort, newPort], healthChecks: [check] })).toEqual({});
  expect(problems({ healthChecks: [{ ...check, portType: 'number', port: '8080' }] })).toEqual({});
});

it('refuses blanks in the paths of volumes', () => {
  const volume = { ...newVolume('host'), containerPath: '/data', hostPath: '/srv data', mode: 'RO' };
  expect(problems({ volumes: [volume, { ...volume, hostPath: '/srv', containerPath: '/my data' }] })).toEqual({
    'volumes.0.hostPath': 'no blanks',
    'volumes.1.containerPath': 'no blanks',
  });
});
