import { useMemo } from 'react';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { formatDuration } from '../../util/format.ts';
import { type StartBar, startTimeline } from './start-timeline.ts';

/** In which order the components came up, and how long each took. */
export function StartTimeline({ machines }: { machines: readonly MachineDescription[] }) {
  const words = useMachinesWords().timeline;
  const { starts, longest } = useMemo(() => startTimeline(machines), [machines]);
  if (starts.length === 0) return undefined;
  return (
    <section aria-label={words.title} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <div>
        <h2 className="font-semibold">{words.title}</h2>
        <p className="text-xs text-muted">{words.hint}</p>
      </div>
      {starts.map(({ machine, bars }) => (
        <div key={machine} className="grid gap-x-4 sm:grid-cols-[4rem_1fr]">
          <h3 className="font-medium">{machine}</h3>
          <ol className="flex flex-col gap-1">
            {bars.map((bar) => (
              <Bar key={bar.id} bar={bar} longest={longest} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function Bar({ bar: { name, offset, took, waitingFor }, longest }: { bar: StartBar; longest: number }) {
  const { timeline, waitingFor: waits } = useMachinesWords();
  const left = Math.min(100, (offset / longest) * 100);
  const width = took === undefined ? 100 - left : (took / longest) * 100;
  return (
    <li className="grid grid-cols-[8.5rem_1fr] items-center gap-x-3 text-xs">
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden className="relative h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-line/60">
          <span
            className={`absolute inset-y-0 min-w-1 rounded-full ${took === undefined ? 'moving-stripes bg-info' : 'bg-accent'}`}
            style={{ left: `min(${left}%, 100% - 4px)`, width: `${width}%` }}
          />
        </span>
        <span className="w-20 shrink-0 truncate text-muted sm:w-36" title={waitingFor && waits(waitingFor)}>
          {took === undefined ? (waitingFor ? waits(waitingFor) : timeline.notYet) : timeline.took(formatDuration(took))}
        </span>
      </span>
    </li>
  );
}
