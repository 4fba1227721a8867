import type { Term } from './filter-term.ts';

const LOOKS_LIKE_FIELD = /^[a-z][\w.-]*[:=<>]/i;

/** A filter's text in its shortest spelling; parsed, it gives the same terms. */
export function printFilter(terms: readonly Term[]): string {
  return terms.map(printTerm).join(' ');
}

function printTerm(term: Term): string {
  const sign = term.negated ? '-' : '';
  if (term.kind === 'text') return `${sign}${printText(term.text)}`;
  return `${sign}${term.key}${term.comparison}${term.values.map(({ text }) => printValue(text)).join(',')}`;
}

/** Words that would be taken for something else are put in quotes. */
function printText(text: string): string {
  const plain = !/[\s"]/.test(text) && !text.startsWith('-') && !/^not$/i.test(text) && !LOOKS_LIKE_FIELD.test(text);
  return plain ? text : quoted(text);
}

export function printValue(text: string): string {
  // an equals sign at the start would become part of a comparison
  return /^=|[\s",]/.test(text) ? quoted(text) : text;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
