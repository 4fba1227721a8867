import type { ConfigProblem } from './config-problem.ts';
import { isAgent } from './config-rules.ts';
import type { MachineConfig } from './machine.ts';

/** Picks machines by name, in the order of the file; no names means all. An unknown name is a problem that lists the known ones. */
export function selectMachines(
  machines: readonly MachineConfig[],
  only: readonly string[],
): { ok: true; machines: MachineConfig[]; warnings: ConfigProblem[] } | { ok: false; problems: ConfigProblem[] } {
  if (only.length === 0) return { ok: true, machines: [...machines], warnings: [] };
  const known = machines.map(({ name }) => name);
  const unknown = [...new Set(only)].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const problems = unknown.map((name) => ({ line: 0, message: `There is no machine ${name}; there are ${known.join(', ')}.` }));
    return { ok: false, problems };
  }
  const picked = machines.filter(({ name }) => only.includes(name));
  if (!picked.some(({ type }) => type === 'master')) {
    const masters = machines.filter(({ type }) => type === 'master').map(({ name }) => name);
    return { ok: false, problems: [{ line: 0, message: `No master is among the machines named; add ${masters.join(' or ')}.` }] };
  }
  const warnings = picked.some(isAgent)
    ? []
    : [{ line: 0, message: 'No agent is among the machines named: nothing can run until one is.' }];
  return { ok: true, machines: picked, warnings };
}
