import type { MachineDescription } from '../../live/machines-query.ts';

/** When a component began to start after its machine did, and how long it took; times in ms. */
export interface StartBar {
  id: string;
  name: string;
  offset: number;
  /** undefined while it is not active. */
  took: number | undefined;
  waitingFor: string | undefined;
}

export interface MachineStart {
  machine: string;
  bars: StartBar[];
}

/** The last start of each machine that has one, and the end of the longest: the scale of all. */
export function startTimeline(machines: readonly MachineDescription[]): { starts: MachineStart[]; longest: number } {
  const starts = machines.flatMap(({ name, state, units }) => {
    const begun = state === 'halted' || state === 'not created' ? [] : units.flatMap(({ startedAt }) => startedAt ?? []);
    if (begun.length === 0) return [];
    const from = Math.min(...begun);
    const bars = units.flatMap((unit): StartBar[] => {
      if (unit.absent !== undefined) return [];
      const offset = unit.startedAt === undefined ? 0 : unit.startedAt - from;
      const took = unit.state === 'active' && unit.startedAt !== undefined ? unit.since - unit.startedAt : undefined;
      return [{ id: unit.id, name: unit.name, offset, took, waitingFor: unit.waitingFor }];
    });
    return [{ machine: name, bars: bars.sort((a, b) => a.offset - b.offset || (a.took ?? Infinity) - (b.took ?? Infinity)) }];
  });
  const ends = starts.flatMap(({ bars }) => bars.flatMap(({ offset, took }) => (took === undefined ? [] : [offset + took])));
  return { starts, longest: Math.max(1, ...ends) };
}
