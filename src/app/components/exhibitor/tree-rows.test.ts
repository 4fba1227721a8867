import { expect, test } from 'vitest';
import type { ExplorerNodes } from '../../../api/dcos/exhibitor.ts';
import { ancestorsOf, treeMove, treeRows } from './tree-rows.ts';

const node = (key: string, isLazy = false) => ({ title: key.slice(key.lastIndexOf('/') + 1), key, isLazy, expand: false });
const TREE: Record<string, ExplorerNodes> = {
  '/': [node('/mesos', true), node('/marathon', true), node('/cluster-id')],
  '/mesos': [node('/mesos/json.info_0000000000'), node('/mesos/log_replicas', true)],
};
const rowsWith = (...open: string[]) => treeRows(new Set(open), (path) => TREE[path]);

test('lines are those below open nodes, each with its place among its siblings', () => {
  expect(
    rowsWith('/', '/mesos', '/marathon', '/cluster-id').map(({ path, level, position, siblings }) => [path, level, position, siblings]),
  ).toEqual([
    ['/', 1, 1, 1],
    ['/mesos', 2, 1, 3],
    ['/mesos/json.info_0000000000', 3, 1, 2],
    ['/mesos/log_replicas', 3, 2, 2],
    ['/marathon', 2, 2, 3],
    ['/cluster-id', 2, 3, 3],
  ]);
  expect(rowsWith('/', '/marathon').find(({ path }) => path === '/marathon')).toMatchObject({ isOpen: true, isLoading: true });
  expect(rowsWith().map(({ path }) => path)).toEqual(['/']);
});

test('a node is shown by opening what is above it', () => {
  expect(ancestorsOf('/')).toEqual([]);
  expect(ancestorsOf('/mesos')).toEqual(['/']);
  expect(ancestorsOf('/mesos/log_replicas/0000000001')).toEqual(['/', '/mesos', '/mesos/log_replicas']);
});

test.each([
  ['/mesos', 'ArrowDown', { kind: 'go', to: '/mesos/json.info_0000000000' }],
  ['/marathon', 'ArrowUp', { kind: 'go', to: '/mesos/log_replicas' }],
  ['/mesos', 'Home', { kind: 'go', to: '/' }],
  ['/', 'End', { kind: 'go', to: '/cluster-id' }],
  ['/marathon', 'ArrowRight', { kind: 'open', path: '/marathon' }],
  ['/mesos', 'ArrowRight', { kind: 'go', to: '/mesos/json.info_0000000000' }],
  ['/cluster-id', 'ArrowRight', undefined],
  ['/mesos', 'ArrowLeft', { kind: 'close', path: '/mesos' }],
  ['/mesos/log_replicas', 'ArrowLeft', { kind: 'go', to: '/mesos' }],
  ['/', 'ArrowUp', undefined],
  ['/gone', 'ArrowDown', undefined],
  ['/mesos', 'x', undefined],
])('at %s the key %s moves as in any tree', (at, key, move) => {
  expect(treeMove(rowsWith('/', '/mesos'), at, key)).toEqual(move);
});
