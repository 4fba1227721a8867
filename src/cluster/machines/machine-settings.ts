import {
  DEFAULT_CPUS,
  DEFAULT_MEMORY,
  KNOWN_KEYS,
  readAlias,
  readInteger,
  readIp,
  readMachineName,
  readType,
  type Reading,
} from './config-keys.ts';
import type { ConfigProblem } from './config-problem.ts';
import { isAgent, type PlacedMachine } from './config-rules.ts';
import type { PlacedEntry, PlacedValue } from './placed-yaml.ts';

/** What was found in one machine's settings; `machine` is there only when nothing is wrong with it. */
export interface MachineReading {
  machine?: PlacedMachine;
  problems: ConfigProblem[];
  warnings: ConfigProblem[];
}

/** Reads `a1: {ip: …, type: …}`: each key by its rule, absent ones with dcos-vagrant's defaults, unknown ones with a warning. */
export function readMachine(entry: PlacedEntry): MachineReading {
  const name = readMachineName(entry.key);
  if ('fault' in name) return { problems: [{ line: entry.line, message: name.fault }], warnings: [] };
  if (entry.value.kind !== 'map') {
    const message = 'The machine has no settings; it needs at least ip and type.';
    return { problems: [{ line: entry.line, machine: name.value, message }], warnings: [] };
  }
  return readSettings(name.value, entry.line, entry.value.entries);
}

function readSettings(name: string, line: number, entries: readonly PlacedEntry[]): MachineReading {
  const problems: ConfigProblem[] = [];
  const given = new Map(entries.map((entry) => [String(entry.key), entry]));
  const take = <T>(key: string, read: (value: unknown) => Reading<T>, otherwise?: T): T | undefined => {
    const entry = given.get(key);
    if (!entry && otherwise !== undefined) return otherwise;
    const reading = entry ? read(plain(entry.value)) : { fault: `The key ${key} is missing.` };
    if ('value' in reading) return reading.value;
    problems.push({ line: entry?.line ?? line, machine: name, key, message: reading.fault });
    return undefined;
  };
  const ip = take('ip', readIp);
  const type = take('type', readType);
  const cpus = take('cpus', readInteger(1, 'CPUs'), DEFAULT_CPUS);
  const memory = take('memory', readInteger(1, 'MB'), DEFAULT_MEMORY);
  const memoryReserved = take('memory-reserved', readInteger(0, 'MB'), 0);
  const aliases = readAliases(name, given.get('aliases'));
  problems.push(...aliases.problems);

  const warnings = [...given.values()].flatMap((entry) => keyWarning(name, entry, type) ?? []);
  if (problems.length > 0 || !ip || !type || cpus === undefined || memory === undefined || memoryReserved === undefined)
    return { problems, warnings };
  const config = { name, ip, cpus, memory, memoryReserved, type, aliases: aliases.names };
  const keyLines = new Map([...given].map(([key, entry]) => [key, entry.line]));
  return { machine: { config, line, keyLines, aliasLines: aliases.lines }, problems, warnings };
}

/** A value for a scalar's rule; lists and maps become what no rule takes. */
function plain(value: PlacedValue): unknown {
  if (value.kind === 'scalar') return value.value;
  return value.kind === 'list' ? [] : {};
}

function keyWarning(machine: string, entry: PlacedEntry, type: PlacedMachine['config']['type'] | undefined): ConfigProblem | undefined {
  const key = String(entry.key);
  if (!KNOWN_KEYS.has(key)) return { line: entry.line, machine, key, message: `The key ${key} is not known and has no effect.` };
  if (key !== 'memory-reserved' || !type || isAgent({ type })) return undefined;
  return { line: entry.line, machine, key, message: `It has no effect on a machine of type ${type}.` };
}

function readAliases(machine: string, entry: PlacedEntry | undefined): { names: string[]; lines: number[]; problems: ConfigProblem[] } {
  const names: string[] = [];
  const lines: number[] = [];
  const problems: ConfigProblem[] = [];
  const fault = (line: number, message: string): void => {
    problems.push({ line, machine, key: 'aliases', message });
  };
  if (entry && entry.value.kind !== 'list') fault(entry.line, 'Aliases are a list of host names, such as [spring.acme.org].');
  for (const item of entry?.value.kind === 'list' ? entry.value.items : []) {
    const alias = readAlias(plain(item));
    if ('fault' in alias) fault(item.line, alias.fault);
    else {
      names.push(alias.value);
      lines.push(item.line);
    }
  }
  return { names, lines, problems };
}
