import { useSearchParams } from 'react-router';
import { HEALTH, type Health } from '../../../api/dcos/health.ts';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { healthWord } from '../../live/health-words.ts';
import { ChoiceLinks } from '../../ui/ChoiceLinks.tsx';
import { HEALTH_WORDS } from './health-fields.ts';

/** Those that are always offered; the others where there are any. */
const ALWAYS: ReadonlySet<Health> = new Set([HEALTH.healthy, HEALTH.unhealthy]);
const ORDER: readonly Health[] = [HEALTH.healthy, HEALTH.unhealthy, HEALTH.warning, HEALTH.unknown];

/** How many rows have which health; each number is a short way to the filter that shows those. */
export function HealthChoice({ rows, text }: { rows: readonly { health: Health }[]; text: string }) {
  const words = useComponentsWords();
  const { health: healthWords } = useMessages().dcos;
  const [search] = useSearchParams();
  const to = (filter: string): string => {
    const next = new URLSearchParams(search);
    if (filter === '') next.delete('q');
    else next.set('q', filter);
    return `?${next}`;
  };
  const countOf = (health: Health): number => rows.filter((row) => row.health === health).length;
  return (
    <ChoiceLinks
      label={words.health}
      choices={[
        { to: to(''), label: words.all, count: rows.length, chosen: text === '' },
        ...ORDER.filter((health) => ALWAYS.has(health) || countOf(health) > 0).map((health) => {
          const filter = `health:${HEALTH_WORDS[health]}`;
          return { to: to(filter), label: healthWord(health, healthWords), count: countOf(health), chosen: text.trim() === filter };
        }),
      ]}
    />
  );
}
