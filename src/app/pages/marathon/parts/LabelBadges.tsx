import { useMessages } from '../../../i18n/messages.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { labelText } from '../rules/app-filter.ts';

const SHOWN = 3;

export interface LabelBadgesProps {
  appId: string;
  labels: Readonly<Record<string, string>>;
  /** Those that the list is filtered by, as `key:value`. */
  chosen: readonly string[];
  onLabel: (label: string) => void;
}

/** The labels of an app; each narrows the list to the apps that have it too. What has no room is in a menu. */
export function LabelBadges({ appId, labels, chosen, onLabel }: LabelBadgesProps) {
  const words = useMessages().marathonList;
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
          aria-label={words.byLabel(shown)}
          aria-pressed={chosen.includes(label)}
          title={shown}
          className="flex max-w-full min-w-0 rounded-full hover:brightness-110"
          onClick={() => onLabel(label)}
        >
          <Badge tone={chosen.includes(label) ? 'info' : 'idle'}>{shown}</Badge>
        </button>
      ))}
      {all.length > SHOWN && (
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              aria-label={words.allLabels(appId)}
              className="rounded-full px-1.5 text-xs text-muted hover:bg-hover hover:text-text"
            >
              {words.moreLabels(all.length - SHOWN)}
            </button>
          }
          items={all.map(({ label, shown }) => ({ label: shown, checked: chosen.includes(label), onSelect: () => onLabel(label) }))}
        />
      )}
    </span>
  );
}
