import { useHelpWords } from '../i18n/help-words.ts';
import { useMessages } from '../i18n/messages.ts';
import { commandKey } from '../util/command-key.ts';
import { usePlaces } from '../live/use-places.ts';

const ANYWHERE = [
  [`${commandKey()} K`, 'palette'],
  ['/', 'search'],
  ['s', 'search'],
  ['?', 'help'],
  ['Shift ,', 'about'],
  ['Esc', 'escape'],
] as const;
const TABLES = [
  ['j', 'nextRow'],
  ['k', 'previousRow'],
  ['Enter', 'openRow'],
] as const;
const MARATHON = [
  ['c', 'create'],
  ['Shift c', 'createGroup'],
  ['g e', 'edit'],
  ['g v', 'version'],
  ['Ctrl Enter', 'submit'],
] as const;

/** Every key of these pages and what it does. */
export function ShortcutList() {
  const { shortcuts } = useHelpWords();
  const { shell } = useMessages();
  const { what, groups } = shortcuts;
  const places = usePlaces();
  return (
    <div className="columns-sm gap-x-8">
      <Keys title={groups.anywhere} keys={ANYWHERE.map(([keys, name]) => [keys, what[name]])} />
      <Keys title={groups.tables} keys={TABLES.map(([keys, name]) => [keys, what[name]])} />
      <Keys title={groups.marathon} keys={MARATHON.map(([keys, name]) => [keys, what[name]])} />
      <Keys title={groups.places} keys={places.map(({ id, key }) => [`g ${key}`, shell.links[id]])} />
    </div>
  );
}

function Keys({ title, keys }: { title: string; keys: (readonly [keys: string, what: string])[] }) {
  return (
    <section className="break-inside-avoid pb-5">
      <h3 className="pb-2 text-xs font-medium text-muted">{title}</h3>
      <dl className="grid grid-cols-[5.5rem_1fr] gap-x-4 gap-y-1.5">
        {keys.map(([combination, does]) => (
          <div key={combination} className="contents">
            <dt className="flex items-center gap-1">
              {combination.split(' ').map((key) => (
                <kbd key={key} className="rounded-sm border border-line-strong/60 bg-sunken px-1.5 py-px font-mono text-xs">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
