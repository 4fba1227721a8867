import { CLASS, HEADER_BYTES, LARGEST_UDP_BYTES, TYPE, type DnsResponse, type ResourceRecord } from './message.ts';

const OPT_BYTES = 11;

/**
 * The response in at most `limit` bytes. What of the answer does not fit is left out and the response marked as cut, so that
 * the client asks again over TCP; additional records are left out silently.
 */
export function writeResponse(response: DnsResponse, limit: number): Uint8Array {
  const room = limit - (response.edns ? OPT_BYTES : 0);
  const writer = createWriter(room);
  writer.skip(HEADER_BYTES);
  if (response.question) {
    writer.name(response.question.name);
    writer.uint16(response.question.type);
    writer.uint16(response.question.class);
  }
  const written = [response.answers, response.authority, response.additional].map((records) => writeRecords(writer, records));
  const cut = (written[0] ?? 0) < response.answers.length || (written[1] ?? 0) < response.authority.length;
  const end = writer.length();
  const packet = new Uint8Array(end + (response.edns ? OPT_BYTES : 0));
  packet.set(writer.bytes(end));
  writeHeader(packet, response, cut, written);
  if (response.edns) writeOpt(packet, end, response.code);
  return packet;
}

function writeHeader(packet: Uint8Array, response: DnsResponse, cut: boolean, written: readonly number[]): void {
  const view = new DataView(packet.buffer);
  const flag = (bit: number, set: boolean): number => (set ? bit : 0);
  const flags =
    0x8000 |
    (response.opcode << 11) |
    flag(0x0400, response.authoritative) |
    flag(0x0200, cut) |
    flag(0x0100, response.recursionDesired) |
    flag(0x0080, response.recursionAvailable) |
    (response.code & 0xf);
  const [answers = 0, authority = 0, additional = 0] = written;
  const counts = [response.id, flags, response.question ? 1 : 0, answers, authority, additional + (response.edns ? 1 : 0)];
  for (const [index, value] of counts.entries()) view.setUint16(index * 2, value);
}

/** The root's name, the type, how much we take, the rest of the code, version 0, no flags, no options. */
function writeOpt(packet: Uint8Array, at: number, code: number): void {
  const view = new DataView(packet.buffer);
  view.setUint16(at + 1, TYPE.OPT);
  view.setUint16(at + 3, LARGEST_UDP_BYTES);
  view.setUint8(at + 5, code >> 4);
}

/** How many of the records fit. */
function writeRecords(writer: Writer, records: readonly ResourceRecord[]): number {
  for (const [index, record] of records.entries()) {
    const before = writer.length();
    if (writeRecord(writer, record)) continue;
    writer.back(before);
    return index;
  }
  return records.length;
}

function writeRecord(writer: Writer, record: ResourceRecord): boolean {
  writer.name(record.name);
  writer.uint16(TYPE[record.type]);
  writer.uint16(CLASS.IN);
  writer.uint32(record.ttl);
  const lengthAt = writer.length();
  writer.uint16(0);
  writeData(writer, record);
  writer.setUint16(lengthAt, writer.length() - lengthAt - 2);
  return writer.fits();
}

function writeData(writer: Writer, record: ResourceRecord): void {
  switch (record.type) {
    case 'A':
      for (const octet of record.address.split('.')) writer.uint8(Number(octet));
      break;
    case 'NS':
      writer.name(record.target);
      break;
    case 'SRV':
      writer.uint16(0);
      writer.uint16(0);
      writer.uint16(record.port);
      // RFC 2782 forbids compression of the target
      writer.name(record.target, { compress: false });
      break;
    case 'SOA':
      writer.name(record.nameServer);
      writer.name(record.mailbox);
      for (const value of [record.serial, record.refresh, record.retry, record.expire, record.minimumTtl]) writer.uint32(value);
  }
}

type Writer = ReturnType<typeof createWriter>;

/** Bytes in network order. What goes beyond `room` is counted and not kept. */
function createWriter(room: number) {
  // one record more than fits may be written before it is taken back
  const buffer = new Uint8Array(room + 1024);
  const view = new DataView(buffer.buffer);
  const places = new Map<string, number>();
  let at = 0;
  return {
    length: () => at,
    fits: () => at <= room,
    bytes: (end: number) => buffer.subarray(0, end),
    skip: (bytes: number) => void (at += bytes),
    back(to: number) {
      at = to;
      for (const [name, place] of places) if (place >= to) places.delete(name);
    },
    uint8: (value: number) => view.setUint8(at++, value),
    uint16(value: number) {
      view.setUint16(at, value);
      at += 2;
    },
    uint32(value: number) {
      view.setUint32(at, value);
      at += 4;
    },
    setUint16: (place: number, value: number) => view.setUint16(place, value),
    /** A name that ends as an earlier one does points there. Compared in lower case, since names are. */
    name(name: string, { compress } = { compress: true }) {
      const labels = splitName(name);
      for (const [index, label] of labels.entries()) {
        const rest = labels.slice(index).join('.').toLowerCase();
        const place = compress ? places.get(rest) : undefined;
        if (place !== undefined) return this.uint16(0xc000 | place);
        if (at < 0x4000 && !places.has(rest)) places.set(rest, at);
        view.setUint8(at++, label.length);
        for (let letter = 0; letter < label.length; letter++) view.setUint8(at++, label.charCodeAt(letter));
      }
      return view.setUint8(at++, 0);
    },
  };
}

/** The labels of a name, with what is written by its number (`\046`) as it is. */
function splitName(name: string): string[] {
  if (name === '') return [];
  return name.split('.').map((label) => label.replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code))));
}
