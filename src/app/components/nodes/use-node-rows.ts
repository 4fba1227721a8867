import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { nodesHealthQuery } from '../../live/health-queries.ts';
import { machinesQuery, type MachineDescription } from '../../live/machines-query.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { nodeTasksQuery } from '../../live/node-tasks.ts';
import { compareValues } from '../../tables/use-sorted-rows.ts';
import { nodeName, type NodeRow, nodeRows } from './node-rows.ts';

const NO_MACHINES: readonly MachineDescription[] = [];

/** All nodes by their names, with the query that tells of them. */
export function useNodeRows() {
  const summary = useQuery(summaryQuery());
  const health = useQuery(nodesHealthQuery).data;
  const tasks = useQuery(nodeTasksQuery).data;
  const machines = useQuery(machinesQuery).data?.machines ?? NO_MACHINES;
  const nodes = summary.data?.nodes;
  const rows = useMemo(() => nodes && nodeRows({ nodes, machines, health, tasks }), [nodes, machines, health, tasks]);
  const names = rows?.map((row) => `${nodeName(row)} ${row.id}`).join('\n');
  // comparing a thousand names at each change of a task would cost more than drawing it
  const places = useMemo(() => placesByName(names ?? ''), [names]);
  const sorted = useMemo(() => rows && inPlaces(rows, places), [rows, places]);
  return { summary, machines, rows: sorted };
}

function placesByName(names: string): number[] {
  return names
    .split('\n')
    .map((name, index) => ({ name, index }))
    .sort((a, b) => compareValues(a.name, b.name))
    .map(({ index }) => index);
}

const inPlaces = (rows: readonly NodeRow[], places: readonly number[]): NodeRow[] => places.flatMap((index) => rows[index] ?? []);
