import { type Messages, useMessages } from '../i18n/messages.ts';
import type { Freshness } from '../live/freshness.ts';
import { useMesosStream } from '../live/mesos-store/use-mesos-stream.ts';
import type { SourceName } from '../live/sources.ts';
import { useFreshness, useSources } from '../live/use-sources.ts';
import { classNames } from '../util/class-names.ts';
import { TONE_FILL, type Tone } from '../ui/tones.ts';

/** Says for each source of this page how fresh its data are, and keeps watch over them. */
export function FreshnessIndicator() {
  const { freshness } = useMessages().shell;
  const sources = useSources();
  useMesosStream();
  return (
    <ul aria-label={freshness.label} className="flex shrink-0 items-center gap-1">
      {sources.map((name) => (
        <Source key={name} name={name} />
      ))}
    </ul>
  );
}

function describe(words: Messages['shell']['freshness'], state: Freshness): { tone: Tone; words: string } {
  if (state.kind === 'reconnecting') return { tone: 'danger', words: words.reconnecting(state.attempt) };
  if (state.kind === 'connecting') return { tone: 'idle', words: words.connecting };
  return state.behind > 0 ? { tone: 'warn', words: words.behind(state.behind) } : { tone: 'ok', words: words.live };
}

function Source({ name }: { name: SourceName }) {
  const { freshness } = useMessages().shell;
  const { tone, words } = describe(freshness, useFreshness(name));
  const quiet = tone === 'ok' ? 'max-sm:sr-only' : undefined;
  return (
    <li className="flex items-center gap-1.5 rounded-full px-2 py-1 text-xs whitespace-nowrap text-muted">
      <span aria-hidden className={classNames('size-2 rounded-full', TONE_FILL[tone], tone === 'danger' && 'animate-pulse')} />
      <span>
        <span className={quiet}>{freshness.sources[name]} </span>
        <span className={quiet ?? 'font-medium text-text'}>{words}</span>
      </span>
    </li>
  );
}
