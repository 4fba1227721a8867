import type { NameIndex } from './name-index.ts';
import { CLASS, RCODE, TYPE, type DnsQuery, type DnsResponse, type ResourceRecord } from './wire/message.ts';

/** The zones that are answered from the cluster; the second is the load balancer's. */
export const ZONES = ['mesos', 'thisdcos.directory'] as const;
type ZoneName = (typeof ZONES)[number];

/** Seconds for which an answer may be kept, as DC/OS sets it. */
export const TTL = 60;
/** Of the zone's SOA record, as the real one has them. */
const REFRESH = 60;
const RETRY = 600;
const EXPIRE = 86_400;

export interface AnswerOptions {
  /** Other names are asked of other servers. */
  recursion: boolean;
  /** Seconds since the epoch at which the names were made. */
  serial: number;
  /** Brings addresses of one name into another order, so that clients that take the first one spread. */
  shuffle: <T>(list: readonly T[]) => readonly T[];
}

/**
 * What mesos-dns answers: A and SRV from the names, SOA and NS of the zone, ANY all of them. A name that exists without records
 * of that type, and AAAA of any name, is an empty answer and not an error, so that clients go on to ask for A. undefined: the name
 * is not of the cluster and recursion is on, so another server is to be asked.
 */
export function answer(index: NameIndex, query: DnsQuery, options: AnswerOptions): DnsResponse | undefined {
  const { question } = query;
  const name = question.name.toLowerCase();
  const zone = ZONES.find((each) => name === each || name.endsWith(`.${each}`));
  const respond = (part: Partial<DnsResponse>): DnsResponse => ({ ...emptyResponse(query, options.recursion), ...part });
  if (query.opcode !== 0) return respond({ code: RCODE.notImplemented });
  if ((query.edns?.version ?? 0) > 0) return respond({ code: RCODE.badVersion });
  if (question.class !== CLASS.IN && question.class !== CLASS.ANY) return respond({ code: RCODE.refused });
  if (!zone) return options.recursion && query.recursionDesired ? undefined : respond({ code: RCODE.refused });

  const named = index.get(name);
  const answers = recordsOf(question.name, zone, index, question.type, options);
  if (answers.length > 0) return respond({ authoritative: true, answers, additional: targetAddresses(index, answers) });
  const exists = named !== undefined || name === zone || question.type === TYPE.AAAA;
  return respond({
    authoritative: true,
    code: exists ? RCODE.noError : RCODE.nameError,
    authority: [authorityOf(zone, options.serial)],
  });
}

/** An answer without any records. */
export const emptyResponse = (
  query: Pick<DnsQuery, 'id' | 'opcode' | 'recursionDesired'> & Partial<DnsQuery>,
  recursion: boolean,
): DnsResponse => ({
  id: query.id,
  opcode: query.opcode,
  code: RCODE.noError,
  authoritative: false,
  recursionDesired: query.recursionDesired,
  recursionAvailable: recursion,
  ...(query.question && { question: query.question }),
  answers: [],
  authority: [],
  additional: [],
  edns: query.edns !== undefined,
});

function recordsOf(asked: string, zone: ZoneName, index: NameIndex, type: number, options: AnswerOptions): ResourceRecord[] {
  const named = index.get(asked.toLowerCase());
  const wants = (one: number): boolean => type === one || type === TYPE.ANY;
  const services = wants(TYPE.SRV) ? options.shuffle(named?.services ?? []) : [];
  const addresses = wants(TYPE.A) ? options.shuffle(named?.addresses ?? []) : [];
  const ofZone = asked.toLowerCase() === zone;
  return [
    ...services.map((service) => ({ name: asked, ttl: TTL, type: 'SRV' as const, ...service })),
    ...addresses.map((address) => ({ name: asked, ttl: TTL, type: 'A' as const, address })),
    ...(ofZone && wants(TYPE.SOA) ? [authorityOf(zone, options.serial)] : []),
    ...(ofZone && wants(TYPE.NS) ? [{ name: zone, ttl: TTL, type: 'NS' as const, target: `ns1.${zone}` }] : []),
  ];
}

/** Addresses of the hosts that services name, so that nobody has to ask again. */
function targetAddresses(index: NameIndex, answers: readonly ResourceRecord[]): ResourceRecord[] {
  const targets = new Set(answers.flatMap((record) => (record.type === 'SRV' ? [record.target] : [])));
  return [...targets].flatMap((name) =>
    (index.get(name)?.addresses ?? []).map((address) => ({ name, ttl: TTL, type: 'A' as const, address })),
  );
}

const authorityOf = (zone: ZoneName, serial: number): ResourceRecord => ({
  name: zone,
  ttl: TTL,
  type: 'SOA',
  nameServer: `ns1.${zone}`,
  mailbox: `root.ns1.${zone}`,
  serial,
  refresh: REFRESH,
  retry: RETRY,
  expire: EXPIRE,
  minimumTtl: TTL,
});
