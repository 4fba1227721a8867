/** Letters of a loose match may be at most this many times as far apart as they would be next to each other. */
const LOOSEST = 2.5;

/**
 * How well an id fits what was typed, both in lower case: 0 for not at all, up to 1 for letters that are in it in order, from
 * 2 on for an id that contains the text, more if it is where a word begins or is all of the last part.
 */
export function fuzzyScore(id: string, text: string): number {
  if (text === '') return 1;
  const at = id.lastIndexOf(text);
  if (at === -1) return looseScore(id, text);
  const before = id[at - 1];
  const beginsWord = before === undefined || /[^a-z0-9]/.test(before);
  const isPart = before === '/' && at + text.length === id.length;
  return 2 + Number(beginsWord) + Number(isPart) + text.length / id.length;
}

/** The share of the typed letters in the shortest stretch of the id that has them all in order. */
function looseScore(id: string, text: string): number {
  let shortest = Infinity;
  for (let start = id.indexOf(text[0] ?? ''); start !== -1; start = id.indexOf(text[0] ?? '', start + 1)) {
    const end = endOfLetters(id, text, start);
    if (end === -1) break;
    shortest = Math.min(shortest, end - start);
  }
  return shortest > text.length * LOOSEST ? 0 : text.length / shortest;
}

/** Where the letters of the text, found one after the other from `start` on, end; -1 when one is missing. */
function endOfLetters(id: string, text: string, start: number): number {
  let at = start;
  for (const letter of text) {
    at = id.indexOf(letter, at) + 1;
    if (at === 0) return -1;
  }
  return at;
}
