import { useMessages } from '../../../i18n/messages.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { labelText } from '../rules/app-filter.ts';

const SHOWN = 3;

export interface LabelBadgesProps {
  labels: Readonly<Record<string, string>>;
  /** Those that the list is filtered by, as `key:value`. */
  chosen: readonly string[];
  onLabel: (label: string) => void;
}

/** The labels of an app; each narrows the list to the apps that have it too. */
export function LabelBadges({ labels, chosen, onLabel }: LabelBadgesProps) {
  const { filters } = useMessages().marathonList;
  const all = Object.entries(labels).map(([key, value]) => ({
    label: labelText(key, value),
    shown: value === '' ? key : `${key}:${value}`,
  }));
  if (all.length === 0) return undefined;
  return (
    <span className="flex flex-wrap items-center gap-1 max-lg:hidden">
      {all.slice(0, SHOWN).map(({ label, shown }) => (
        <button
          key={label}
          type="button"
          aria-label={filters.byLabel(shown)}
          aria-pressed={chosen.includes(label)}
          title={shown}
          className="flex max-w-full min-w-0 rounded-full hover:brightness-110"
          onClick={() => onLabel(label)}
        >
          <Badge tone={chosen.includes(label) ? 'info' : 'idle'}>{shown}</Badge>
        </button>
      ))}
      {all.length > SHOWN && (
        <span className="text-xs text-muted" title={all.map(({ shown }) => shown).join('\n')}>
          +{all.length - SHOWN}
        </span>
      )}
    </span>
  );
}
