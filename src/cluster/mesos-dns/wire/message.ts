/** DNS messages (RFC 1035, SRV of RFC 2782, EDNS of RFC 6891) as far as names of a cluster need them. Names have no final dot. */

export const TYPE = { A: 1, NS: 2, SOA: 6, AAAA: 28, SRV: 33, OPT: 41, ANY: 255 } as const;
export const CLASS = { IN: 1, ANY: 255 } as const;

export const RCODE = {
  noError: 0,
  formatError: 1,
  serverFailure: 2,
  nameError: 3,
  notImplemented: 4,
  refused: 5,
  /** Of EDNS: does not fit into the header alone. */
  badVersion: 16,
} as const;
export type ResponseCode = (typeof RCODE)[keyof typeof RCODE];

export const HEADER_BYTES = 12;
/** What a client without EDNS takes over UDP (RFC 1035, 4.2.1). */
export const PLAIN_UDP_BYTES = 512;
/** The most that we send over UDP: what passes every network without fragments. */
export const LARGEST_UDP_BYTES = 1232;
/** Where the length of a message over TCP ends. */
export const LARGEST_TCP_BYTES = 65_535;

export interface Question {
  /** As asked: clients compare the letters' case. */
  name: string;
  type: number;
  class: number;
}

export interface DnsQuery {
  id: number;
  opcode: number;
  recursionDesired: boolean;
  question: Question;
  /** What the client takes over UDP, and the version of EDNS that it speaks. */
  edns?: { payloadBytes: number; version: number };
}

export type ResourceRecord = { name: string; ttl: number } & (
  | { type: 'A'; address: string }
  | { type: 'NS'; target: string }
  | { type: 'SRV'; target: string; port: number }
  | ({ type: 'SOA' } & Authority)
);

/** Times in seconds. */
export interface Authority {
  nameServer: string;
  mailbox: string;
  serial: number;
  refresh: number;
  retry: number;
  expire: number;
  minimumTtl: number;
}

export interface DnsResponse {
  id: number;
  opcode: number;
  code: ResponseCode;
  authoritative: boolean;
  recursionDesired: boolean;
  recursionAvailable: boolean;
  /** Missing where the query's could not be read. */
  question?: Question;
  answers: readonly ResourceRecord[];
  authority: readonly ResourceRecord[];
  additional: readonly ResourceRecord[];
  /** The client speaks EDNS, so the answer does. */
  edns: boolean;
}
