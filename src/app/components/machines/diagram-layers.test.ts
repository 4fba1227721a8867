import { expect, test } from 'vitest';
import type { UnitDescription } from '../../../api/machines/cluster.ts';
import { layersOf } from './diagram-layers.ts';

const unit = (id: string): UnitDescription => ({ id: `${id}.service`, name: id, state: 'active', since: 0 });
const shown = (...ids: string[]) => layersOf(ids.map(unit)).map(({ name, units }) => [name, ...units.map(({ name: of }) => of)]);

test('a master has its way in at the top and what all agree on below the Mesos master', () => {
  expect(shown('dcos-exhibitor', 'dcos-mesos-master', 'dcos-marathon', 'dcos-chronos', 'dcos-adminrouter', 'dcos-ddt')).toEqual([
    ['entry', 'dcos-adminrouter'],
    ['services', 'dcos-marathon', 'dcos-chronos'],
    ['kernel', 'dcos-mesos-master'],
    ['agreement', 'dcos-exhibitor'],
    ['node', 'dcos-ddt'],
  ]);
});

test('an agent of either kind comes before what else is on its node, and nothing that is new is left out', () => {
  expect(shown('dcos-something-new', 'dcos-mesos-slave-public')).toEqual([
    ['agent', 'dcos-mesos-slave-public'],
    ['node', 'dcos-something-new'],
  ]);
});
