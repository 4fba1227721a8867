import { Link } from 'react-router';
import { classNames } from '../util/class-names.ts';

export interface ChoiceLink {
  to: string;
  label: string;
  count?: number;
  chosen: boolean;
}

/** One of a few ways to see the same, as links side by side: the choice is in the URL. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly ChoiceLink[] }) {
  return (
    <nav aria-label={label} className="max-w-full overflow-x-auto">
      <ul className="flex w-fit overflow-hidden rounded-md border border-line bg-surface">
        {choices.map(({ to, label: words, count, chosen }) => (
          <li key={words} className="not-first:border-l not-first:border-line">
            <Link
              to={to}
              replace
              preventScrollReset
              aria-current={chosen ? 'true' : undefined}
              className={classNames(
                'flex items-center gap-2 whitespace-nowrap px-3 py-1.5 text-sm -outline-offset-2',
                chosen ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-hover hover:text-text',
              )}
            >
              {words}
              {count !== undefined && <span className="rounded-full bg-hover px-1.5 text-xs">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
