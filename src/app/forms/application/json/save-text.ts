import { readJson } from '../json-text.ts';

/** Lets the browser save the JSON as a file, named by the app. */
export function saveText(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = fileNameOf(text);
  link.click();
  URL.revokeObjectURL(link.href);
}

/** `/shop/cart` is saved as `shop-cart.json`. */
export function fileNameOf(text: string): string {
  const read = readJson(text);
  const id = read.ok ? read.document['id'] : undefined;
  const name = typeof id === 'string' ? id.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') : '';
  return `${name === '' ? 'application' : name}.json`;
}
