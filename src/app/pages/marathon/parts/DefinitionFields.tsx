import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAppWords } from '../../../i18n/app-words.ts';
import { Fact } from '../../../ui/FactCard.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { formatDateTime, formatMegabytes } from '../../../util/format.ts';
import { isSecretName, MASK } from '../../../util/secret-names.ts';
import { type FieldValue, fieldValue, furtherFields, LISTED_FIELDS } from '../rules/configuration-fields.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

type Definition = Readonly<Record<string, unknown>>;

const inMegabytes = (text: string): string => formatMegabytes(Number(text));
const inSeconds = (text: string): string => `${text} s`;
/** How a value is written beyond its own text. */
const FORMATS: Partial<Record<string, (text: string) => string>> = {
  mem: inMegabytes,
  disk: inMegabytes,
  backoffSeconds: inSeconds,
  maxLaunchDelaySeconds: inSeconds,
  version: (text) => formatDateTime(Date.parse(text)),
};

/** A version of an app, field by field in the order of Marathon's own page; then what is set beyond it. */
export function DefinitionFields({ definition }: { definition: Definition }) {
  const { configuration: words } = useAppWords();
  return (
    <dl className="grid grid-cols-[7.5rem_1fr] gap-x-4 gap-y-2 sm:grid-cols-[11rem_1fr]">
      {LISTED_FIELDS.map((key) => (
        <Fact key={key} name={words.fields[key]}>
          <Value name={key} value={fieldValue(definition, key)} />
        </Fact>
      ))}
      {furtherFields(definition).map((key) => (
        <Fact key={key} name={words.moreFields[key] ?? key}>
          <Value name={key} value={fieldValue(definition, key)} />
        </Fact>
      ))}
    </dl>
  );
}

function Value({ name, value }: { name: string; value: FieldValue | undefined }) {
  const places = useMarathonPaths();
  const { configuration: words } = useAppWords();
  if (value === undefined) return <span className="text-muted">{words.unspecified}</span>;
  switch (value.kind) {
    case 'text':
      return FORMATS[name]?.(value.text) ?? value.text;
    case 'list':
      return <Lines items={value.items} />;
    case 'apps':
      return value.ids.map((id) => (
        <Link key={id} to={places.app(id)} className="rounded-sm underline hover:text-accent">
          {id}
        </Link>
      ));
    case 'pairs':
      return <Pairs pairs={value.pairs} secret={name === 'env'} />;
    default:
      return <pre className="font-mono text-xs whitespace-pre-wrap">{JSON.stringify(value.value, undefined, 2)}</pre>;
  }
}

function Lines({ items }: { items: string[] }) {
  return (
    <ul className="min-w-0">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** `key=value`, one a line. `secret`: values of names that sound like secrets are hidden until asked for. */
function Pairs({ pairs, secret }: { pairs: [string, unknown][]; secret: boolean }) {
  return (
    <ul className="min-w-0">
      {pairs.map(([key, value]) => (
        <li key={key} className="wrap-anywhere">
          {key}={secret && typeof value === 'string' && isSecretName(key) ? <Secret name={key} value={value} /> : textOf(value)}
        </li>
      ))}
    </ul>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function Secret({ name, value }: { name: string; value: string }) {
  const { configuration: words } = useAppWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      {shown ? value : MASK}
      <IconButton label={shown ? words.hideSecret(name) : words.showSecret(name)} className="size-6" onClick={() => setShown(!shown)}>
        {shown ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
      </IconButton>
    </>
  );
}
