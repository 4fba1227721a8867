/** Over TCP each DNS message has its length before it, in two bytes (RFC 1035, 4.2.2). */

export function withLength(packet: Uint8Array): Buffer {
  const framed = Buffer.alloc(packet.length + 2);
  framed.writeUInt16BE(packet.length);
  framed.set(packet, 2);
  return framed;
}

/** The whole messages in what was received, and what is left of one that is still to come. */
export function splitFrames(received: Buffer): { packets: Buffer[]; rest: Buffer } {
  const packets: Buffer[] = [];
  let at = 0;
  while (received.length - at >= 2) {
    const end = at + 2 + received.readUInt16BE(at);
    if (received.length < end) break;
    packets.push(received.subarray(at + 2, end));
    at = end;
  }
  return { packets, rest: received.subarray(at) };
}
