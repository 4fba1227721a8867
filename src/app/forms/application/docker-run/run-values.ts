/** A port of the container; without a host port the agent chooses one. */
export interface PublishedPort {
  containerPort: number;
  hostPort?: number;
  protocol: string;
}

/** `[address:][host:]container[/protocol]`. Ranges cannot be said in one port. */
export function portOf(text: string): PublishedPort | undefined {
  const match = /^(?:(?:\d+\.[\d.]+|\[[^\]]*\]):)?(?:(\d*):)?(\d+)(?:\/(tcp|udp))?$/.exec(text);
  if (!match) return undefined;
  const [, host = '', container, protocol = 'tcp'] = match;
  const hostPort = host === '' ? {} : { hostPort: Number(host) };
  return { containerPort: Number(container), ...hostPort, protocol };
}

/** A directory of the agent within the container. */
export interface Bind {
  containerPath: string;
  hostPath: string;
  mode: 'RO' | 'RW';
}

/** `/host:/container[:options]`; undefined for volumes that Docker keeps itself. */
export function bindOfVolume(text: string): Bind | undefined {
  const [hostPath = '', containerPath, options = ''] = text.split(':');
  if (!/^[/.~$]/.test(hostPath) || containerPath === undefined) return undefined;
  return { containerPath, hostPath, mode: options.split(',').includes('ro') ? 'RO' : 'RW' };
}

/** `type=bind,source=/host,target=/container[,readonly]`. */
export function bindOfMount(text: string): Bind | undefined {
  const parts = new Map(
    text.split(',').map((part): [string, string] => {
      const [key = '', value = 'true'] = part.split('=');
      return [key, value];
    }),
  );
  const hostPath = parts.get('source') ?? parts.get('src');
  const containerPath = parts.get('target') ?? parts.get('destination') ?? parts.get('dst');
  if (parts.get('type') !== 'bind' || hostPath === undefined || containerPath === undefined) return undefined;
  return { containerPath, hostPath, mode: (parts.get('readonly') ?? parts.get('ro')) === 'true' ? 'RO' : 'RW' };
}

const MEBI: Readonly<Record<string, number>> = { b: 1 / 1024 / 1024, k: 1 / 1024, m: 1, g: 1024 };

/** `512m`, `1.5g`; bytes without a unit. In MiB, as much as is needed. */
export function mebibytesOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([bkmg]?)b?$/i.exec(text);
  if (!match) return undefined;
  return Math.ceil(Number(match[1]) * (MEBI[(match[2] || 'b').toLowerCase()] ?? 1));
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** `90s`, `1m30s`, as Go writes durations. In whole seconds, at least one. */
export function secondsOf(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return Math.max(1, Math.round(parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0), 0)));
}

/** A container's name as the last part of an id, which has lower-case letters, digits and inner dashes only. */
export function nameOf(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? undefined : name;
}
