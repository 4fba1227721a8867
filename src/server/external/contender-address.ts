/** Where who contends for the lead of a product listens, as it says in its znode; undefined where it says nothing that is an address. */
export type ContenderAddress = (node: { name: string; data: Uint8Array }) => URL | undefined;

/** Of a Mesos master: a MasterInfo, in `json.info_…` as JSON and in `info_…` (before 0.24) as protobuf. */
export const masterAddress: ContenderAddress = ({ name, data }) => {
  const pid = name.startsWith('json.') ? jsonOf(data)?.['pid'] : protobufTexts(data).get(MASTER_INFO_PID);
  return typeof pid === 'string' ? httpAddress(pid.slice(pid.indexOf('@') + 1)) : undefined;
};

/** Of a Marathon or a Chronos: `host:port`, or what Twitter's library for groups wrote for a Marathon before 0.11. */
export const frameworkAddress: ContenderAddress = ({ data }) => {
  const endpoint = jsonOf(data)?.['serviceEndpoint'];
  if (isRecord(endpoint)) return httpAddress(`${String(endpoint['host'])}:${String(endpoint['port'])}`);
  return httpAddress(new TextDecoder().decode(data));
};

/** Addresses of real clusters are of HTTP: none of the znodes says whether HTTPS is spoken. */
function httpAddress(text: string): URL | undefined {
  return /^(\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(text) ? (URL.parse(`http://${text}/`) ?? undefined) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function jsonOf(data: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(data));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Number of the field `pid` in Mesos' message MasterInfo. */
const MASTER_INFO_PID = 4;
const [VARINT, TEXT] = [0, 2];

/** The texts of a protobuf message by the numbers of their fields, up to the first thing that is not understood. */
function protobufTexts(data: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < data.length; shift += 7) {
      const byte = data[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < data.length) {
    const tag = varint();
    const kind = tag % 8;
    if (kind !== VARINT && kind !== TEXT) break;
    const value = varint();
    if (kind === VARINT) continue;
    texts.set(Math.floor(tag / 8), new TextDecoder().decode(data.subarray(at, at + value)));
    at += value;
  }
  return texts;
}
