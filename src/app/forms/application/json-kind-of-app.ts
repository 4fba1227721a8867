import { appSchema } from '../../../api/marathon/app.ts';
import { textAt } from '../json/document-parts.ts';
import type { JsonKind, JsonKindWords, JsonObject } from '../json/json-kind.ts';
import { type AppRules, documentProblems } from './problems.ts';

/** How JSON mode judges and completes an app. */
export const jsonKindOfApp = (rules: AppRules, words: JsonKindWords): JsonKind => ({
  schema: appSchema,
  judge: (document) => documentProblems(document, rules),
  words,
  fileName: fileNameOfApp,
});

/** `/shop/cart` is saved as `shop-cart.json`. */
export function fileNameOfApp(document: JsonObject): string {
  const name = textAt(document, 'id')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'application' : name;
}
