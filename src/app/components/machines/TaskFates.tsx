import type { TaskFate } from '../../../api/machines/operations.ts';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import type { Tone } from '../../ui/tones.ts';

export type Fate = Pick<TaskFate, 'id' | 'name' | 'fate' | 'to'>;

const ORDER: readonly Fate['fate'][] = ['waits', 'bound', 'moves', 'framework'];
const TONES: Record<Fate['fate'], Tone> = { waits: 'danger', bound: 'warn', moves: 'ok', framework: 'idle' };
const SHOWN = 8;

/** What becomes of tasks whose agent goes, the worst first. */
export function TaskFates({ fates }: { fates: readonly Fate[] }) {
  const words = useMachinesWords().fates;
  const groups = Map.groupBy(fates, ({ fate }) => fate);
  return (
    <ul aria-label={words.label} className="flex max-h-72 flex-col gap-2 overflow-y-auto rounded-lg border border-line bg-canvas p-3">
      {ORDER.flatMap((fate) => {
        const tasks = groups.get(fate);
        if (!tasks) return [];
        return [
          <li key={fate} className="flex gap-2">
            <span className="mt-0.5">
              <StatusIcon tone={TONES[fate]} size={14} />
            </span>
            <div className="min-w-0">
              <p className="font-medium">{words[fate](tasks.length)}</p>
              <ul className="text-xs text-muted">
                {tasks.slice(0, SHOWN).map(({ id, name, to }) => (
                  <li key={id} className="truncate" title={id}>
                    {name} {to !== undefined && words.to(to)}
                  </li>
                ))}
                {tasks.length > SHOWN && <li>{words.more(tasks.length - SHOWN)}</li>}
              </ul>
            </div>
          </li>,
        ];
      })}
    </ul>
  );
}
