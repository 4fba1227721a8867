/** The first of `codings` (the best first) that a client takes, by its Accept-Encoding; undefined: plain bytes. */
export function acceptedCoding<T extends string>(headers: Headers, codings: readonly T[]): T | undefined {
  const wished = (headers.get('accept-encoding') ?? '').split(',').map((each) => each.trim().toLowerCase());
  const takes = (coding: string): boolean =>
    wished.some((wish) => wish === coding || (wish.startsWith(`${coding};`) && !/;\s*q=0(\.0*)?\s*$/.test(wish)));
  return codings.find((coding) => takes(coding));
}
