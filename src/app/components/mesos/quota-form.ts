import { QUANTITY_KINDS, type Quantities } from '../../live/mesos-quantities.ts';
import type { QuotaAmounts } from '../../live/mesos-roles.ts';

/** What is typed; an empty text sets nothing. */
export type AmountTexts = Record<keyof Quantities, string>;

export function textsOf(amounts: QuotaAmounts = {}): AmountTexts {
  const text = (kind: keyof Quantities): string => String(amounts[kind] ?? '');
  return { cpus: text('cpus'), gpus: text('gpus'), mem: text('mem'), disk: text('disk') };
}

export function amountsOf(texts: AmountTexts): QuotaAmounts {
  return Object.fromEntries(QUANTITY_KINDS.filter((kind) => texts[kind].trim() !== '').map((kind) => [kind, Number(texts[kind])]));
}

export type QuotaProblem = 'number' | 'below-guarantee';

/** What is wrong, by field: `guarantee.cpus`, `limit.mem`. Mesos refuses a limit below its guarantee. */
export function quotaProblems(guarantee: AmountTexts, limit: AmountTexts): ReadonlyMap<string, QuotaProblem> {
  const problems = new Map<string, QuotaProblem>();
  for (const kind of QUANTITY_KINDS) {
    if (!isAmount(guarantee[kind])) problems.set(`guarantee.${kind}`, 'number');
    if (!isAmount(limit[kind])) problems.set(`limit.${kind}`, 'number');
    else if (limit[kind].trim() !== '' && Number(limit[kind]) < Number(guarantee[kind])) problems.set(`limit.${kind}`, 'below-guarantee');
  }
  return problems;
}

function isAmount(text: string): boolean {
  return text.trim() === '' || (Number.isFinite(Number(text)) && Number(text) >= 0);
}
