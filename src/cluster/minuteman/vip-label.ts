import { frameworkDomain, label } from '../mesos-dns/names.ts';

/** The zone of the names of VIPs. */
const VIP_DOMAIN = 'l4lb.thisdcos.directory';

const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/** Whether a port's label names a VIP: `VIP_0`, `VIP_1`, … */
export const isVipKey = (key: string): boolean => /^VIP_\d+$/i.test(key);

/**
 * What a VIP label stands for: `/redis:6379` of Marathon is `redis.marathon.l4lb.thisdcos.directory`, slashes in it left out;
 * `10.1.2.3:80` is that address. undefined for what is neither.
 */
export function vipOfLabel(value: string, framework: string): { host: string; port: number } | undefined {
  const [, before = '', digits = ''] = /^(.*):(\d{1,5})$/.exec(value.trim()) ?? [];
  const port = Number(digits);
  if (port < 1 || port > 65_535) return undefined;
  if (ADDRESS.test(before)) return { host: before, port };
  const name = before.replaceAll('/', '').split('.').map(label).join('.');
  return name === '' || name.startsWith('.') ? undefined : { host: `${name}.${frameworkDomain(framework)}.${VIP_DOMAIN}`, port };
}

/** Whether the host of a VIP is a name, which DNS then has to know. */
export const isVipName = (host: string): boolean => !ADDRESS.test(host);
