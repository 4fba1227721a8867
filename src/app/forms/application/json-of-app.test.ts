import { describe, expect, it } from 'vitest';
import { DC_OS_SETTINGS } from '../../live/server-settings.ts';
import { applicationForm } from '../../i18n/en/application-form.ts';
import { jsonMode } from '../../i18n/en/json-mode.ts';
import { jsonKindOfApp } from './json-kind-of-app.ts';
import { completionsAt } from '../json/complete-json.ts';
import { spanOf, stepsOf, treeOf } from '../json/json-tree.ts';
import { problemsOfText } from '../json/text-problems.ts';

const kind = jsonKindOfApp({ words: applicationForm.problems, server: DC_OS_SETTINGS }, applicationForm.json);
/** Each problem as the piece of text that it is shown at, and its sentence. */
const told = (text: string): [string, string][] =>
  problemsOfText(text, kind, jsonMode.problems).map(({ from, to, message }) => [text.slice(from, to), message]);

describe('what is wrong in JSON', () => {
  it('is nothing in a valid app', () => {
    expect(told('{"id": "/a", "cmd": "run", "env": {"ANY": "thing"}, "container": {"docker": {"image": "a"}}}')).toEqual([]);
  });

  it('is shown where the syntax ends', () => {
    expect(told('{\n  "id": "a",\n  cmd: "b"\n}')).toEqual([
      ['cmd', '“cmd: "b"” in line 3 does not fit here. Look for a missing comma, colon or quote.'],
    ]);
    expect(told('{"id": "a"')).toEqual([['"', 'The JSON ends before it is complete.']]);
    expect(told('[1]')).toEqual([['[1]', 'An application is an object: {"id": …}.']]);
  });

  it('is shown at the value, or at the key of what lacks something', () => {
    const text = '{"id": "/a", "cmd": "run", "cpus": "many", "container": {"volumes": [{"mode": "RO"}]}}';
    expect(told(text)).toEqual([
      ['"many"', '/cpus: CPUs has to be a number.'],
      ['{', '/container/volumes(0)/containerPath: The container path has to be text.'],
    ]);
    expect(told('{"id": "/a"}')[0]?.[0]).toBe('{');
  });

  it('is warned of where Marathon would drop a key', () => {
    expect(told('{"id": "/a", "cmd": "run", "instnces": 2, "fetch": [{"uri": "a", "cached": true}]}')).toEqual([
      ['"instnces"', 'Marathon does not know “instnces” and leaves it out.'],
      ['"cached"', 'Marathon does not know “cached” and leaves it out.'],
    ]);
  });
});

it('finds places by the paths of Marathon’s answers', () => {
  const text = '{"healthChecks": [{"path": "/"}, {"path": "/up"}], "env": {"A B": "x"}}';
  const at = (path: string): string => {
    const { from, to } = spanOf(treeOf(text), text, stepsOf(path));
    return text.slice(from, to);
  };
  expect(at('/healthChecks(1)/path')).toBe('"/up"');
  expect(at('/healthChecks(1)/port')).toBe('{');
  expect(at('/healthChecks')).toBe('"healthChecks"');
  expect(at('/env/A B')).toBe('"x"');
  expect(at('/')).toBe('{');
});

describe('what can be written next', () => {
  /** `|` is the cursor. */
  const offered = (marked: string) => {
    const position = marked.indexOf('|');
    return completionsAt(kind.schema, marked.replace('|', ''), position);
  };
  const labels = (marked: string): string[] | undefined => offered(marked)?.options.map(({ label }) => label);

  it('is each key that the object does not have yet', () => {
    const keys = labels('{"id": "a", "|"}');
    expect(keys).toEqual(expect.arrayContaining(['cmd', 'container', 'healthChecks']));
    expect(keys).not.toContain('id');
    expect(labels('{"container": {"docker": {"image": "a", "|"}}}')).toEqual(expect.arrayContaining(['forcePullImage', 'privileged']));
    expect(labels('{"container": {|}}')).toEqual(expect.arrayContaining(['type', 'docker', 'volumes']));
    expect(labels('{"healthChecks": [{"protocol": "TCP", |}]}')).toContain('portIndex');
  });

  it('is each value of a choice', () => {
    expect(labels('{"container": {"type": "|"}}')).toEqual(['DOCKER', 'MESOS']);
    expect(labels('{"container": {"type": |}}')).toEqual(['DOCKER', 'MESOS']);
    expect(labels('{"container": {"docker": {"privileged": |}}}')).toEqual(['true', 'false']);
    expect(labels('{"networks": [{"mode": "h|"}]}')).toEqual(['host', 'container', 'container/bridge']);
  });

  it('is nothing where anything goes', () => {
    expect(labels('{"env": {"|"}}')).toBeUndefined();
    expect(labels('{"cmd": "|"}')).toBeUndefined();
  });

  it('brings the beginning of its value along', () => {
    const option = (marked: string, label: string) => offered(marked)?.options.find((each) => each.label === label);
    expect(option('{"|"}', 'cmd')).toMatchObject({ insert: '"cmd": ""', cursor: 8, kind: 'text' });
    expect(option('{"|"}', 'container')).toMatchObject({ insert: '"container": {}' });
    expect(option('{"|": 1}', 'cpus')).toMatchObject({ insert: '"cpus"' });
    expect(option('{"healthChecks": [{"|"}]}', 'intervalSeconds')).toMatchObject({ fallback: 60 });
  });
});
