import type { MachineType } from './machine.ts';

/** The keys of a machine in VagrantConfig.yaml: what each may hold and what it is when absent. */

export const MACHINE_TYPES: readonly MachineType[] = ['master', 'agent-private', 'agent-public', 'boot'];

/** What dcos-vagrant gives a machine that does not say. */
export const DEFAULT_CPUS = 2;
export const DEFAULT_MEMORY = 2048;

/** `box…` are understood by dcos-vagrant but mean nothing where there is no virtual machine: taken without a word. */
const MEANINGLESS_KEYS = ['box', 'box-url', 'box-version'];
export const KNOWN_KEYS: ReadonlySet<string> = new Set(['ip', 'type', 'cpus', 'memory', 'memory-reserved', 'aliases', ...MEANINGLESS_KEYS]);

/** A value, or the sentence that says what is wrong with it. */
export type Reading<T> = { value: T } | { fault: string };

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(\\.${OCTET}){3}$`);

export function readIp(value: unknown): Reading<string> {
  if (typeof value === 'string' && IPV4.test(value)) return { value };
  return { fault: `${shown(value)} is not an IPv4 address such as 192.168.65.111.` };
}

export function readType(value: unknown): Reading<MachineType> {
  const type = MACHINE_TYPES.find((known) => known === value);
  return type ? { value: type } : { fault: `${shown(value)} is not a machine type; use one of ${MACHINE_TYPES.join(', ')}.` };
}

/** Whole numbers only: `1.5`, `"1024"` and `1_024` are refused, as a quoted number is most often a slip. */
export const readInteger =
  (least: number, unit: string) =>
  (value: unknown): Reading<number> =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? { value }
      : { fault: `${shown(value)} is not a whole number of ${unit}, ${least} or more.` };

const HOST_LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const MACHINE_NAME = new RegExp(`^${HOST_LABEL}$`, 'i');
const HOST_NAME = new RegExp(`^(?=.{1,253}$)${HOST_LABEL}(\\.${HOST_LABEL})*$`, 'i');

/** A machine's name becomes part of host names (`m1.localhost`), so it has to be one label of a host name. */
export function readMachineName(value: unknown): Reading<string> {
  const name = typeof value === 'number' ? String(value) : value;
  if (typeof name === 'string' && MACHINE_NAME.test(name)) return { value: name };
  return { fault: `${shown(value)} is not a machine name: use letters, digits and inner hyphens, at most 63.` };
}

export function readAlias(value: unknown): Reading<string> {
  if (typeof value === 'string' && HOST_NAME.test(value)) return { value };
  return { fault: `${shown(value)} is not a host name such as spring.acme.org.` };
}
