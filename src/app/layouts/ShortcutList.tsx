import { useHelpWords } from '../i18n/help-words.ts';

const KEYS = [
  ['c', 'create'],
  ['Shift c', 'createGroup'],
  ['g a', 'applications'],
  ['g d', 'deployments'],
  ['g e', 'edit'],
  ['g v', 'version'],
  ['s', 'search'],
  ['/', 'search'],
  ['Shift ,', 'about'],
  ['?', 'help'],
  ['Ctrl Enter', 'submit'],
  ['Esc', 'escape'],
] as const;

/** Every key of these pages and what it does. */
export function ShortcutList() {
  const { shortcuts } = useHelpWords();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {KEYS.map(([keys, what]) => (
        <div key={keys} className="contents">
          <dt className="flex items-center gap-1">
            {keys.split(' ').map((key) => (
              <kbd key={key} className="rounded-sm border border-line-strong/60 bg-sunken px-1.5 py-px font-mono text-xs">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{shortcuts.what[what]}</dd>
        </div>
      ))}
    </dl>
  );
}
