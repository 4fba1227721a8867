import { HEADER_BYTES, TYPE, type DnsQuery, type Question } from './message.ts';

/** The packet is not what RFC 1035 says; `id` and `opcode` are what an answer needs. */
export interface MalformedQuery {
  malformed: true;
  id: number;
  opcode: number;
  recursionDesired: boolean;
}

const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;

class Malformed extends Error {}

/**
 * Reads a query. undefined for what must not be answered at all: less than a header, or itself an answer (two servers
 * would go on for ever).
 */
export function readQuery(packet: Uint8Array): DnsQuery | MalformedQuery | undefined {
  if (packet.length < HEADER_BYTES) return undefined;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const flags = view.getUint16(2);
  if (flags & 0x8000) return undefined;
  const head = { id: view.getUint16(0), opcode: (flags >> 11) & 0xf, recursionDesired: (flags & 0x0100) !== 0 };
  try {
    if (view.getUint16(4) !== 1) throw new Malformed();
    const [question, end] = readQuestion(view);
    const records = view.getUint16(6) + view.getUint16(8) + view.getUint16(10);
    const edns = readEdns(view, end, records);
    return { ...head, question, ...(edns && { edns }) };
  } catch (fault) {
    // a RangeError is a read beyond the packet's end
    if (!(fault instanceof Malformed) && !(fault instanceof RangeError)) throw fault;
    return { ...head, malformed: true };
  }
}

function readQuestion(view: DataView): [Question, end: number] {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) {
    // before the first name there is nothing that a pointer could lead to
    if (length > LONGEST_LABEL || at + length - HEADER_BYTES >= LONGEST_NAME) throw new Malformed();
    labels.push(readLabel(view, at + 1, length));
    at += 1 + length;
  }
  return [{ name: labels.join('.'), type: view.getUint16(at + 1), class: view.getUint16(at + 3) }, at + 5];
}

/** Bytes beyond letters stay what they are; a dot or backslash inside a label is written by its number, as zone files have it. */
function readLabel(view: DataView, at: number, length: number): string {
  let label = '';
  for (let index = 0; index < length; index++) label += String.fromCharCode(view.getUint8(at + index));
  return label.replaceAll(/[.\\]/g, (letter) => (letter === '.' ? '\\046' : '\\092'));
}

function readEdns(view: DataView, start: number, records: number): DnsQuery['edns'] {
  let edns: DnsQuery['edns'];
  let at = start;
  for (let record = 0; record < records; record++) {
    at = skipName(view, at);
    const dataBytes = view.getUint16(at + 8);
    if (view.getUint16(at) === TYPE.OPT) {
      if (edns) throw new Malformed();
      edns = { payloadBytes: view.getUint16(at + 2), version: view.getUint8(at + 5) };
    }
    at += 10 + dataBytes;
    if (at > view.byteLength) throw new Malformed();
  }
  return edns;
}

function skipName(view: DataView, start: number): number {
  for (let at = start; ; at += 1 + view.getUint8(at)) {
    const length = view.getUint8(at);
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    if (length > LONGEST_LABEL) throw new Malformed();
  }
}
