import { objectAt, textAt, withKeys } from '../json/document-parts.ts';
import type { AppDocument } from './form-values.ts';

type Kind = 'number' | 'text' | 'commas' | 'lines' | 'constraints';

interface MoreField {
  /** Key in the document, or in the object `parent` of the document. */
  key: string;
  parent?: string;
  kind: Kind;
}

/** Settings that may be left out of an app: one text each in the form, where empty stands for Marathon's default. */
export const MORE_FIELDS = {
  gpus: { key: 'gpus', kind: 'number' },
  role: { key: 'role', kind: 'text' },
  args: { key: 'args', kind: 'lines' },
  dependencies: { key: 'dependencies', kind: 'commas' },
  executor: { key: 'executor', kind: 'text' },
  constraints: { key: 'constraints', kind: 'constraints' },
  acceptedResourceRoles: { key: 'acceptedResourceRoles', kind: 'commas' },
  user: { key: 'user', kind: 'text' },
  minimumHealthCapacity: { key: 'minimumHealthCapacity', parent: 'upgradeStrategy', kind: 'number' },
  maximumOverCapacity: { key: 'maximumOverCapacity', parent: 'upgradeStrategy', kind: 'number' },
  killSelection: { key: 'killSelection', kind: 'text' },
  taskKillGracePeriodSeconds: { key: 'taskKillGracePeriodSeconds', kind: 'number' },
  backoffSeconds: { key: 'backoffSeconds', kind: 'number' },
  backoffFactor: { key: 'backoffFactor', kind: 'number' },
  maxLaunchDelaySeconds: { key: 'maxLaunchDelaySeconds', kind: 'number' },
  inactiveAfterSeconds: { key: 'inactiveAfterSeconds', parent: 'unreachableStrategy', kind: 'number' },
  expungeAfterSeconds: { key: 'expungeAfterSeconds', parent: 'unreachableStrategy', kind: 'number' },
} as const satisfies Record<string, MoreField>;

export type MoreFieldName = keyof typeof MORE_FIELDS;
export type MoreValues = Record<MoreFieldName, string>;

/** What Marathon takes for a field that is left empty, where that is always the same; it prints these for every app. */
export const FIELD_DEFAULTS: Readonly<Partial<Record<string, string>>> = {
  gpus: '0',
  minimumHealthCapacity: '1',
  maximumOverCapacity: '1',
  killSelection: 'YOUNGEST_FIRST',
  taskKillGracePeriodSeconds: '3',
  backoffSeconds: '1',
  backoffFactor: '1.15',
  maxLaunchDelaySeconds: '300',
  unreachable: 'custom',
  inactiveAfterSeconds: '0',
  expungeAfterSeconds: '0',
  hostPort: '0',
};

const FIELDS = Object.entries(MORE_FIELDS) as [MoreFieldName, MoreField][];

/** Marathon wants both capacities once one is given; these are its defaults. */
const PARENT_DEFAULTS: Partial<Record<string, AppDocument>> = { upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: 1 } };

const read: Record<Kind, (parent: unknown, key: string) => string> = {
  number: textAt,
  text: textAt,
  commas: (parent, key) => itemsAt(parent, key).map(String).join(', '),
  lines: (parent, key) => itemsAt(parent, key).map(String).join('\n'),
  constraints: (parent, key) =>
    itemsAt(parent, key)
      .map((parts) => (Array.isArray(parts) ? parts.join(':') : String(parts)))
      .join('\n'),
};

const write: Record<Kind, (text: string) => unknown> = {
  number: numberOrText,
  text: (text) => text.trim(),
  commas: itemsOf,
  lines: (text) => text.split('\n').filter((line) => line !== ''),
  constraints: (text) => partsOf(text, NEXT_CONSTRAINT).map(constraintOf),
};

/** A comma parts two constraints only where another one follows: regular expressions have commas of their own. */
const NEXT_CONSTRAINT = /\n|,(?=\s*[\w.@-]+:(?:unique|like|unlike|cluster|group_by|max_per|is)\b)/i;

function itemsAt(parent: unknown, key: string): unknown[] {
  const value: unknown = typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined;
  return Array.isArray(value) ? value : [];
}

function partsOf(text: string, separator: RegExp): string[] {
  const parts = text.split(separator).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** The items of a list that is written with commas. */
export function itemsOf(text: string): string[] {
  return partsOf(text, /[,\n]/);
}

/** `field:OPERATOR[:value]`; the value may have colons. */
function constraintOf(text: string): string[] {
  const [field = '', operator, ...value] = text.split(':');
  if (operator === undefined) return [field];
  return [field, operator.toUpperCase(), ...(value.length > 0 ? [value.join(':')] : [])];
}

export function moreValuesOf(document: AppDocument): MoreValues {
  const texts = FIELDS.map(([name, { key, parent, kind }]) => [name, read[kind](parent ? objectAt(document, parent) : document, key)]);
  return Object.fromEntries(texts) as MoreValues;
}

/** The document with those of the settings that changed; an emptied one goes, and so does a parent that is left with none. */
export function withMoreValues(document: AppDocument, values: MoreValues): AppDocument {
  const before = moreValuesOf(document);
  return FIELDS.filter(([name]) => values[name] !== before[name]).reduce<AppDocument>((made, [name, { key, parent, kind }]) => {
    const value = values[name].trim() === '' ? emptied(key) : write[kind](values[name]);
    if (parent === undefined) return withKeys(made, { [key]: value });
    const whole = objectAt(made, parent);
    if (value === undefined && whole === undefined) return made;
    const rest = withKeys(whole ?? PARENT_DEFAULTS[parent] ?? {}, { [key]: value });
    const left = Object.keys(rest).some((each) => !(each in (PARENT_DEFAULTS[parent] ?? {})) || values[each as MoreFieldName] !== '');
    return withKeys(made, { [parent]: left ? rest : undefined });
  }, document);
}

/** Roles that are emptied mean the unreserved ones. */
const emptied = (key: string): unknown => (key === 'acceptedResourceRoles' ? ['*'] : undefined);

/** Text that is a number becomes one; any other is left for the rules to refuse, which name the field. */
export function numberOrText(text: string): number | string {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}
