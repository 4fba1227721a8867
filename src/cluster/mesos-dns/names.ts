import { sha1 } from './sha1.ts';

/** One label of a host name made from a task's or port's name: lower case, `.` and `_` as `-`, nothing else, 63 characters. */
export function label(name: string): string {
  const clean = name
    .toLowerCase()
    .replaceAll(/[._]/g, '-')
    .replaceAll(/[^a-z0-9-]/g, '');
  return trimHyphens(trimHyphens(clean).slice(0, 63));
}

/** A framework's name keeps its dots: each part is a label of its own. */
export const frameworkDomain = (name: string): string =>
  name
    .split('.')
    .map(label)
    .filter((part) => part !== '')
    .join('.');

const trimHyphens = (text: string): string => text.replace(/^-+/, '').replace(/-+$/, '');

const ZBASE32 = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** Five characters that tell the tasks of one name apart: the first 25 bits of SHA-1 of the task id, in z-base-32. */
export function taskHash(taskId: string): string {
  const bytes = sha1(new TextEncoder().encode(taskId));
  const bits = [...bytes.subarray(0, 4)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return [0, 5, 10, 15, 20].map((at) => ZBASE32[Number.parseInt(bits.slice(at, at + 5), 2)]).join('');
}

/** `redis-abcde-s0`: the name of one task alone. */
export function canonicalName(taskName: string, taskId: string, agentId: string): string {
  const agent = /-(s\d+)$/.exec(agentId.toLowerCase())?.[1] ?? label(agentId);
  return `${label(taskName)}-${taskHash(taskId)}-${agent}`;
}
