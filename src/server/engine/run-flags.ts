import type { ContainerCreateOptions, HostConfig } from 'dockerode';

/** What `docker run` flags work on: the request that creates the container, with the parts that flags add to already there. */
export interface ContainerDraft extends ContainerCreateOptions {
  Env: string[];
  Labels: Record<string, string>;
  HostConfig: HostConfig & { Binds: string[] };
  NetworkingConfig: { EndpointsConfig: Record<string, { Aliases?: string[] }> };
}

/** A parameter that cannot be used; `message` names it. */
export class ParameterError extends Error {
  override name = 'ParameterError';
}

type Setter = (draft: ContainerDraft, value: string) => void;

const UNITS: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes of `64m`, `1g`, `1024`, as docker reads sizes. */
export function parseBytes(value: string): number {
  const [, number, unit = 'b'] = /^(\d+(?:\.\d+)?)([bkmg])?b?$/i.exec(value) ?? [];
  if (number === undefined) throw new ParameterError(`${value} is not a size; write it like 64m or 1g`);
  return Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? 1));
}

function parseNumber(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new ParameterError(`${value} is not a number`);
  return number;
}

/** `true` for a flag without a value too, as on a command line. */
const parseBoolean = (value: string): boolean => {
  if (value === '' || value === 'true') return true;
  if (value === 'false') return false;
  throw new ParameterError(`${value} is neither true nor false`);
};

/** `name=value`; the value is empty when there is no `=`. */
function parsePair(value: string): [name: string, value: string] {
  const at = value.indexOf('=');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

/** `nofile=1024:2048`, or one number for both limits. */
function parseUlimit(value: string): { Name: string; Soft: number; Hard: number } {
  const [name, limits] = parsePair(value);
  const [soft = '', hard = soft] = limits.split(':');
  return { Name: name, Soft: parseNumber(soft), Hard: parseNumber(hard) };
}

/** `/dev/fuse`, `/dev/fuse:/dev/other` or with permissions `:rwm`. */
function parseDevice(value: string): { PathOnHost: string; PathInContainer: string; CgroupPermissions: string } {
  const [host = '', inside = host, permissions = 'rwm'] = value.split(':');
  return { PathOnHost: host, PathInContainer: inside, CgroupPermissions: permissions };
}

const host =
  <K extends keyof HostConfig>(key: K, parse: (value: string) => HostConfig[K]): Setter =>
  (draft, value) => {
    draft.HostConfig = { ...draft.HostConfig, [key]: parse(value) };
  };

type HostList = 'CapAdd' | 'CapDrop' | 'Dns' | 'DnsSearch' | 'DnsOptions' | 'ExtraHosts' | 'GroupAdd' | 'SecurityOpt' | 'VolumesFrom';
const hostList =
  (key: HostList): Setter =>
  (draft, value) => {
    draft.HostConfig = { ...draft.HostConfig, [key]: [...(draft.HostConfig[key] ?? []), value] };
  };

const hostPair =
  (key: 'Sysctls' | 'Tmpfs', parse: (value: string) => [string, string]): Setter =>
  (draft, value) => {
    const [name, content] = parse(value);
    draft.HostConfig = { ...draft.HostConfig, [key]: { ...draft.HostConfig[key], [name]: content } };
  };

const text = (value: string): string => value;

function setNetwork(draft: ContainerDraft, value: string): void {
  draft.HostConfig.NetworkMode = value;
}

function addAlias(draft: ContainerDraft, value: string): void {
  const network = draft.HostConfig.NetworkMode ?? 'bridge';
  const endpoint = draft.NetworkingConfig.EndpointsConfig[network];
  draft.NetworkingConfig.EndpointsConfig[network] = { ...endpoint, Aliases: [...(endpoint?.Aliases ?? []), value] };
}

function addLogOption(draft: ContainerDraft, value: string): void {
  const [name, content] = parsePair(value);
  const { Type = '', Config = {} } = draft.HostConfig.LogConfig ?? {};
  draft.HostConfig.LogConfig = { Type, Config: { ...Config, [name]: content } };
}

/** Every flag that can be used, by its long name. */
const SETTERS: Readonly<Record<string, Setter>> = {
  'add-host': hostList('ExtraHosts'),
  'cap-add': hostList('CapAdd'),
  'cap-drop': hostList('CapDrop'),
  'cpu-period': host('CpuPeriod', parseNumber),
  'cpu-quota': host('CpuQuota', parseNumber),
  'cpu-shares': host('CpuShares', parseNumber),
  cpus: host('NanoCpus', (value) => Math.round(parseNumber(value) * 1e9)),
  'cpuset-cpus': host('CpusetCpus', text),
  device: (draft, value) => {
    draft.HostConfig.Devices = [...(draft.HostConfig.Devices ?? []), parseDevice(value)];
  },
  dns: hostList('Dns'),
  'dns-option': hostList('DnsOptions'),
  'dns-search': hostList('DnsSearch'),
  entrypoint: (draft, value) => {
    draft.Entrypoint = value === '' ? [''] : [value];
  },
  env: (draft, value) => {
    draft.Env.push(value);
  },
  'group-add': hostList('GroupAdd'),
  hostname: (draft, value) => {
    draft.Hostname = value;
  },
  init: host('Init', parseBoolean),
  ipc: host('IpcMode', text),
  label: (draft, value) => {
    const [name, content] = parsePair(value);
    draft.Labels[name] = content;
  },
  'log-driver': (draft, value) => {
    draft.HostConfig.LogConfig = { Type: value, Config: draft.HostConfig.LogConfig?.Config ?? {} };
  },
  'log-opt': addLogOption,
  memory: host('Memory', parseBytes),
  'memory-reservation': host('MemoryReservation', parseBytes),
  'memory-swap': host('MemorySwap', (value) => (value === '-1' ? -1 : parseBytes(value))),
  network: setNetwork,
  'network-alias': addAlias,
  'oom-score-adj': host('OomScoreAdj', parseNumber),
  pid: host('PidMode', text),
  'pids-limit': host('PidsLimit', parseNumber),
  privileged: host('Privileged', parseBoolean),
  'read-only': host('ReadonlyRootfs', parseBoolean),
  'security-opt': hostList('SecurityOpt'),
  'shm-size': host('ShmSize', parseBytes),
  'stop-signal': (draft, value) => {
    draft.StopSignal = value;
  },
  sysctl: hostPair('Sysctls', parsePair),
  tmpfs: hostPair('Tmpfs', (value) => {
    const [path = '', options = ''] = value.split(':');
    return [path, options];
  }),
  ulimit: (draft, value) => {
    draft.HostConfig.Ulimits = [...(draft.HostConfig.Ulimits ?? []), parseUlimit(value)];
  },
  user: (draft, value) => {
    draft.User = value;
  },
  volume: (draft, value) => {
    draft.HostConfig.Binds.push(value);
  },
  'volumes-from': hostList('VolumesFrom'),
  workdir: (draft, value) => {
    draft.WorkingDir = value;
  },
};

const OTHER_NAMES = Object.entries({
  c: 'cpu-shares',
  e: 'env',
  h: 'hostname',
  l: 'label',
  m: 'memory',
  net: 'network',
  'net-alias': 'network-alias',
  u: 'user',
  v: 'volume',
  w: 'workdir',
});

const FLAGS = new Map(Object.entries(SETTERS));
const LONG_NAMES = new Map(OTHER_NAMES);

/**
 * Applies a Docker app's `parameters` (flags of `docker run` without dashes) to the request, in their order.
 * Throws ParameterError naming the first that is unknown or has a bad value.
 */
export function applyRunFlags(draft: ContainerDraft, parameters: readonly { key: string; value: string }[]): void {
  for (const { key, value } of parameters) {
    const name = key.replace(/^--?/, '');
    const set = FLAGS.get(LONG_NAMES.get(name) ?? name);
    if (!set)
      throw new ParameterError(
        `the Docker parameter '${key}' is not supported; remove it from the app (supported: ${[...FLAGS.keys()].join(', ')})`,
      );
    try {
      set(draft, value);
    } catch (fault) {
      if (fault instanceof ParameterError) throw new ParameterError(`the Docker parameter '${key}' is wrong: ${fault.message}`);
      throw fault;
    }
  }
}
