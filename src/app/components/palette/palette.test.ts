import { describe, expect, it } from 'vitest';
import { palette } from '../../i18n/en/palette.ts';
import { paths } from '../../paths.ts';
import { paletteItem } from './palette-item.ts';
import { MOST_RESULTS, rankItems } from './rank-items.ts';
import { verbItems } from './verb-items.ts';
import { verbsOf } from './verbs.ts';

const NONE: ReadonlySet<string> = new Set();
const app = (id: string) => paletteItem('app', id, paths.marathon.app(id));
const task = (id: string) => paletteItem('task', id, `/mesos/tasks/${id}`);
const labels = (items: { label: string }[]) => items.map(({ label }) => label);

describe('ranking', () => {
  const items = [app('/shop/redis-cache'), app('/shop/web'), app('/redis'), task('redis.1234'), paletteItem('page', 'Nodes', '/nodes')];

  it('puts names that begin a word with what was typed before those that merely have its letters in order', () => {
    expect(labels(rankItems(items, 'redis', NONE))).toEqual(['/redis', '/shop/redis-cache', 'redis.1234']);
    expect(labels(rankItems(items, 'rdca', NONE))).toEqual(['/shop/redis-cache']);
  });

  it('takes several words in any order', () => {
    expect(labels(rankItems(items, 'cache shop', NONE))).toEqual(['/shop/redis-cache']);
    expect(rankItems(items, 'cache nowhere', NONE)).toEqual([]);
  });

  it('puts what was chosen lately before its equals', () => {
    const twins = [app('/a/web'), app('/b/web')];
    expect(labels(rankItems(twins, 'web', new Set([paths.marathon.app('/b/web')])))).toEqual(['/b/web', '/a/web']);
  });

  it('finds one among ten thousand tasks, and shows no more than anybody reads', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => task(`service-${index % 1_000}.instance-${index}`));
    expect(rankItems(many, 'instance-7777', NONE)[0]?.label).toBe('service-777.instance-7777');
    expect(rankItems(many, 'instance', NONE)).toHaveLength(MOST_RESULTS);
  });

  it('finds by another name too, as a node by its id', () => {
    expect(labels(rankItems([paletteItem('node', '10.0.0.1', '/nodes/S1', 'S1')], 's1', NONE))).toEqual(['10.0.0.1']);
  });
});

describe('actions upon things', () => {
  const verbs = verbsOf(palette, {
    apps: [app('/redis'), app('/idle')],
    suspended: new Set(['/idle']),
    jobs: [paletteItem('job', 'nightly', '/service/chronos/jobs/nightly')],
    nodes: [paletteItem('node', '10.0.0.1', paths.node('agents/S1'), 'agents/S1')],
  });
  const found = (typed: string) => verbItems(verbs, typed, NONE).map(({ label, to }) => [label, to]);

  it('are a verb, or its beginning, and a name', () => {
    expect(found('scale red')).toEqual([['Scale /redis', '/marathon/apps/redis/scale']]);
    expect(found('ru nightly')).toEqual([['Run nightly', '/service/chronos/jobs/nightly/run']]);
    expect(found('drain 10.0')).toEqual([['Drain 10.0.0.1', '/mesos/agents/agents%2FS1/drain']]);
  });

  it('are offered for all things while there is no name yet', () => {
    expect(found('scale').map(([label]) => label)).toEqual(['Scale /redis', 'Scale /idle']);
    expect(found('s')).toEqual([]);
  });

  it('are offered only where they can do something', () => {
    expect(found('resume').map(([label]) => label)).toEqual(['Resume /idle']);
    expect(found('suspend').map(([label]) => label)).toEqual(['Suspend /redis']);
  });
});
