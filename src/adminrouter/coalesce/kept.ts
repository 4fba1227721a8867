import { sameBytes } from './same-bytes.ts';

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
 * Makes answers to give to many, and keeps the newest ones while there is room: the same bytes again need not be packed again, and
 * have the same tag. `room`: bytes, of the plain answers together.
 */
export function createKept(room: number): (key: string, answer: Response, bytes: Uint8Array<ArrayBuffer>) => Kept {
  const kept = new Map<string, Kept>();
  const nextTag = createTags();
  let taken = 0;
  const drop = (key: string): void => {
    taken -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  };
  return (key, answer, bytes) => {
    const before = kept.get(key);
    const same = before && sameBytes(before.bytes, bytes) ? before : { bytes, etag: nextTag(), packed: packOnce(bytes) };
    const now: Kept = { status: answer.status, headers: answer.headers, bytes: same.bytes, etag: same.etag, packed: same.packed };
    drop(key);
    kept.set(key, now);
    taken += bytes.length;
    for (const oldest of kept.keys()) if (taken > room) drop(oldest);
    return now;
  };
}

/**
 * Tags that no two answers share, also of other runs: to compare with the answer before is cheaper than a digest of each. Weak,
 * since the same goes for the packed forms.
 */
function createTags(): () => string {
  const run = crypto.randomUUID().slice(0, 8);
  let made = 0;
  return () => `W/"${run}${(made++).toString(36)}"`;
}

function packOnce(bytes: Uint8Array<ArrayBuffer>): Kept['packed'] {
  const forms = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return (coding, pack) => {
    let form = forms.get(coding);
    if (!form) forms.set(coding, (form = pack(bytes)));
    return form;
  };
}
