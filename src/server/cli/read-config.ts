import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../cluster/kernel/log.ts';
import { describeProblem } from '../../cluster/machines/config-problem.ts';
import type { Machine } from '../../cluster/machines/machine.ts';
import { parseVagrantConfig } from '../../cluster/machines/vagrant-config.ts';
import { withAddresses } from './machine-addresses.ts';
import { StartError } from './start-error.ts';

const SEED = path.resolve(import.meta.dirname, '../../../VagrantConfig.yaml');

/** The machines to bring up, of the file given or of the project's own VagrantConfig.yaml. Throws StartError naming file, line and key. */
export function readMachines(file: string | undefined, names: readonly string[], log: Log): Machine[] {
  const source = file ?? SEED;
  const shown = file ?? 'VagrantConfig.yaml';
  let text: string;
  try {
    text = readFileSync(source, 'utf8');
  } catch (fault) {
    throw new StartError(
      `The configuration ${shown} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}. Say another file with --config.`,
    );
  }
  const result = parseVagrantConfig(text, names);
  if (!result.ok) throw new StartError(result.problems.map((problem) => describeProblem(problem, shown)).join('; '));
  for (const warning of result.warnings) log.warn(describeProblem(warning, shown));
  return withAddresses(result.machines);
}
