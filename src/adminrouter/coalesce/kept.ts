type Pack = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** An answer as it is given to many. */
export interface Kept {
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
  /** The bytes in a coding, packed once. */
  packed: (coding: string, pack: Pack) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Makes answers to give to many, and keeps the newest ones while there is room: the same bytes again need not be packed again.
 * `room`: bytes, of the plain answers together.
 */
export function createKept(room: number): (key: string, answer: Response, bytes: Uint8Array<ArrayBuffer>) => Promise<Kept> {
  const kept = new Map<string, Kept>();
  let taken = 0;
  const drop = (key: string): void => {
    taken -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  };
  return async (key, answer, bytes) => {
    const digest = await digestOf(bytes);
    const before = kept.get(key);
    const same = before?.etag === digest ? before : undefined;
    const now: Kept = { status: answer.status, headers: answer.headers, bytes, etag: digest, packed: same?.packed ?? packOnce(bytes) };
    drop(key);
    kept.set(key, now);
    taken += bytes.length;
    for (const oldest of kept.keys()) if (taken > room) drop(oldest);
    return now;
  };
}

/** Weak, since the same goes for the packed forms. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 12);
  return `W/"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}

function packOnce(bytes: Uint8Array<ArrayBuffer>): Kept['packed'] {
  const forms = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (coding, pack) => {
    let form = forms.get(coding);
    if (!form) forms.set(coding, (form = pack(bytes)));
    return form;
  };
}
