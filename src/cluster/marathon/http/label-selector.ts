import { unprocessable } from '../errors.ts';

export type LabelMatch = (labels: Readonly<Record<string, string>>) => boolean;

/** Plain characters, and any other after a backslash. */
const WORD = String.raw`(?:[A-Za-z0-9._-]|\\.)+`;
const SET = String.raw`\(\s*(${WORD}(?:\s*,\s*${WORD})*)\s*\)`;
const TERM = new RegExp(String.raw`\s*(${WORD})\s*(?:(==|!=)\s*(${WORD})|\s(in|notin)\s*${SET})?\s*(,|$)`, 'y');

const plain = (word: string): string => word.replaceAll(/\\(.)/g, '$1');

function matchOf([, word = '', comparison, value = '', membership, set = '']: RegExpExecArray): LabelMatch {
  const key = plain(word);
  const has = (labels: Readonly<Record<string, string>>): labels is Record<string, string> => Object.hasOwn(labels, key);
  if (comparison === '==') return (labels) => has(labels) && labels[key] === plain(value);
  if (comparison === '!=') return (labels) => has(labels) && labels[key] !== plain(value);
  if (membership === undefined) return has;
  const values = new Set((set.match(new RegExp(WORD, 'g')) ?? []).map(plain));
  return (labels) => has(labels) && values.has(labels[key] ?? '') === (membership === 'in');
}

/**
 * A selector of apps by label: terms `k`, `k==v`, `k!=v`, `k in (a,b)`, `k notin (a,b)`, all of which have to hold (comma).
 * `!=` and `notin` hold only for apps that have the label. Errors: 422 for anything else.
 */
export function parseLabelSelector(selector: string): LabelMatch {
  const matches: LabelMatch[] = [];
  TERM.lastIndex = 0;
  for (let more = selector.trim() !== ''; more;) {
    const term = TERM.exec(selector);
    if (!term) throw unprocessable(`Could not parse label selector '${selector}'. Use terms such as a==b, a!=b or a in (b, c).`);
    matches.push(matchOf(term));
    more = term[6] === ',';
  }
  return (labels) => matches.every((match) => match(labels));
}
