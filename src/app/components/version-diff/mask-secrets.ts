import { isSecretName, MASK } from '../../util/secret-names.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a value that is another than before looks like, so that the difference shows though neither can be read. */
const CHANGED = `${MASK} *`;

/** Two definitions with the values of secret-looking variables hidden; undefined: there are none. */
export function maskSecrets(before: Json, after: Json): { before: Json; after: Json } | undefined {
  const [old, young] = [envOf(before), envOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(young)].filter((name) => isText(old[name]) || isText(young[name])));
  const secret = [...names].filter(isSecretName);
  if (secret.length === 0) return undefined;
  const hide = (env: Json, mask: (name: string) => string): Json =>
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, secret.includes(name) && isText(value) ? mask(name) : value]));
  return {
    before: withEnv(
      before,
      hide(old, () => MASK),
    ),
    after: withEnv(
      after,
      hide(young, (name) => (name in old && old[name] !== young[name] ? CHANGED : MASK)),
    ),
  };
}

const envOf = ({ env }: Json): Json => (typeof env === 'object' && env !== null && !Array.isArray(env) ? (env as Json) : {});
const withEnv = (definition: Json, env: Json): Json => ('env' in definition ? { ...definition, env } : definition);
const isText = (value: unknown): boolean => typeof value === 'string';
