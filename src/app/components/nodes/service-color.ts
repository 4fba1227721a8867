/**
 * Colours that people with any kind of colour vision tell apart (after Okabe and Ito, with a lighter and a darker row), each readable on
 * the ground of its theme. The first ones are kept for the frameworks that every cluster has.
 */
const COLORS = [
  'light-dark(#0072b2, #56a9e0)',
  'light-dark(#d55e00, #ff8a3d)',
  'light-dark(#00795a, #2fc79c)',
  'light-dark(#a8457f, #e58fc0)',
  'light-dark(#8a6d00, #e6c229)',
  'light-dark(#5b3fb8, #a996f5)',
  'light-dark(#3a8bb8, #8fd0f2)',
  'light-dark(#94301c, #f0a08c)',
  'light-dark(#4d7a1f, #a5d46a)',
  'light-dark(#5e5566, #b9b0c4)',
] as const;

const KEPT: readonly string[] = ['marathon', 'chronos'];

/** The colour of a service: always the same for the same name, whichever others there are. */
export function serviceColor(name: string): string {
  const kept = KEPT.indexOf(name);
  const index = kept >= 0 ? kept : KEPT.length + (hashOf(name) % (COLORS.length - KEPT.length));
  return COLORS[index] ?? COLORS[0];
}

/** FNV-1a: near names get distant colours. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
