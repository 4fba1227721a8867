import { editableDocument } from '../../live/app-definition.ts';
import { objectAt, objectsAt, textAt, withKeys } from '../json/document-parts.ts';
import type { AppDocument } from './form-values.ts';

export interface AppChange {
  /** The body of `PUT /v2/apps/<id>`. */
  body: AppDocument;
  /** Whether keys that the body leaves out stay as they are. */
  partial: boolean;
}

/**
 * What to send to make `wanted` of the app that is there: the keys that differ. A key that is gone can only be taken out by
 * sending all the others (`partialUpdate=false`, Marathon 1.5 and later), since null counts as not given.
 * undefined: they are the same.
 */
export function changeOf(latest: AppDocument, wanted: AppDocument): AppChange | undefined {
  if (Object.keys(latest).some((key) => !(key in wanted))) return { body: wanted, partial: false };
  const changed = Object.entries(wanted).filter(([key, value]) => !isSame(latest[key], value));
  return changed.length === 0 ? undefined : { body: Object.fromEntries(changed), partial: true };
}

/** Whether two JSON values are equal; the order of keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return left.length === right.length && left.every(([key, value]) => key in other && isSame(value, Reflect.get(other, key)));
}

/**
 * What a new app starts from that is to be like another: its ID is asked for, and the service ports that Marathon chose for the
 * other are chosen anew. Ports that the agent must have stay.
 */
export function copyOf(app: AppDocument): AppDocument {
  const document = editableDocument(app);
  const group = textAt(document, 'id').replace(/[^/]*$/, '');
  const container = objectAt(document, 'container');
  const mappings = objectsAt(container, 'portMappings')?.map((mapping) => withKeys(mapping, { servicePort: undefined }));
  const definitions = objectsAt(document, 'portDefinitions')?.map((port) => ({ ...port, port: 0 }));
  return {
    ...document,
    id: group === '/' ? '' : group,
    ...(container && mappings ? { container: { ...container, portMappings: mappings } } : {}),
    ...(definitions && document['requirePorts'] !== true ? { portDefinitions: definitions } : {}),
  };
}
