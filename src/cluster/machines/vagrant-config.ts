import type { ConfigProblem } from './config-problem.ts';
import { duplicateProblems, fileProblems, fileWarnings, machineProblems, type PlacedMachine } from './config-rules.ts';
import { selectMachines } from './machine-selection.ts';
import { readMachine, type MachineReading } from './machine-settings.ts';
import type { MachineConfig } from './machine.ts';
import { placedYaml } from './placed-yaml.ts';

export type { ConfigProblem } from './config-problem.ts';

export type ConfigResult = { ok: true; machines: MachineConfig[]; warnings: ConfigProblem[] } | { ok: false; problems: ConfigProblem[] };

/**
 * Reads a VagrantConfig.yaml as dcos-vagrant does: a map of machine names to settings. `only` picks machines by name, as
 * `vagrant up m1 a1 boot` does; none or undefined means all. Never throws: each problem names its line and key.
 * Memory in MB. Plain YAML only, no ERB templates.
 */
export function parseVagrantConfig(text: string, only: readonly string[] = []): ConfigResult {
  const yaml = placedYaml(text);
  if (!yaml.ok) return yaml;
  if (yaml.root.kind !== 'map' || yaml.root.entries.length === 0) {
    const message = 'The file has to be a map of machine names to settings, such as m1: {ip: 192.168.65.90, type: master}.';
    return { ok: false, problems: [{ line: yaml.root.line, message }] };
  }
  const readings = yaml.root.entries.map(readMachine);
  const machines = readings.flatMap(({ machine }) => machine ?? []);
  const problems = fileFaults(readings, machines);
  if (problems.length > 0) return { ok: false, problems: byLine(problems) };

  const selection = selectMachines(
    machines.map(({ config }) => config),
    only,
  );
  if (!selection.ok) return selection;
  // A choice of machines may well leave the boot machine out: what the file as a whole holds is then beside the point.
  const fileWide = only.length > 0 ? [] : fileWarnings(machines);
  const warnings = [...readings.flatMap((reading) => reading.warnings), ...fileWide, ...selection.warnings];
  return { ok: true, machines: selection.machines, warnings: byLine(warnings) };
}

function fileFaults(readings: readonly MachineReading[], machines: readonly PlacedMachine[]): ConfigProblem[] {
  const problems = readings.flatMap((reading) => reading.problems);
  problems.push(...machines.flatMap(machineProblems), ...duplicateProblems(machines));
  // A machine that could not be read would look as if its type were missing: say that only when the rest is right.
  return problems.length > 0 ? problems : fileProblems(machines);
}

const byLine = (problems: ConfigProblem[]): ConfigProblem[] => problems.sort((a, b) => a.line - b.line);
