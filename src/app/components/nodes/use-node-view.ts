import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Health, HEALTH } from '../../../api/dcos/health.ts';
import type { NodeRow } from './node-rows.ts';

export const RESOURCES = ['cpus', 'mem', 'disk'] as const;
export type NodeResource = (typeof RESOURCES)[number];

const HEALTHS: Readonly<Record<string, readonly Health[]>> = {
  healthy: [HEALTH.healthy],
  unhealthy: [HEALTH.unhealthy, HEALTH.warning],
};

/** How the nodes are shown and which ones, beside what is written in the filter: all of it in the URL. */
export function useNodeView() {
  const [parameters, setParameters] = useSearchParams();
  const change = (values: Record<string, string>) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return {
    isGrid: parameters.get('view') === 'grid',
    resource: RESOURCES.find((known) => known === parameters.get('resource')) ?? ('cpus' satisfies NodeResource),
    service: parameters.get('service') ?? '',
    health: parameters.get('health') ?? '',
    set: (name: string, value: string) => change({ [name]: value }),
    /** Shows all nodes. */
    clear: () => change({ q: '', service: '', health: '' }),
  };
}

/** The rows that have tasks of the service and are as healthy as wanted; an empty word wants nothing. */
export function useChosenNodes(rows: NodeRow[] | undefined, service: string, health: string): NodeRow[] | undefined {
  return useMemo(() => {
    const wanted = HEALTHS[health];
    if (service === '' && !wanted) return rows;
    return rows?.filter(
      (row) =>
        (service === '' || row.services.some(({ name }) => name === service)) &&
        (!wanted || (row.health !== undefined && wanted.includes(row.health))),
    );
  }, [rows, service, health]);
}

/** On how many of the nodes each service is, by name. */
export function serviceCounts(rows: readonly NodeRow[]): [name: string, nodes: number][] {
  const counts = new Map<string, number>();
  for (const { services } of rows) for (const { name } of services) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
