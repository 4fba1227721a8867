import { type Messages, useMessages } from '../i18n/messages.ts';
import type { Freshness } from '../live/freshness.ts';
import { useMesosStream } from '../live/mesos-store/use-mesos-stream.ts';
import type { SourceName } from '../live/sources.ts';
import { useFreshness, useSources } from '../live/use-sources.ts';
import { classNames } from '../util/class-names.ts';
import { TONE_FILL, type Tone } from '../ui/tones.ts';

/** Says for each source of this page how fresh its data are, and keeps watch over them. On a phone trouble gets a line of its own. */
export function FreshnessIndicator() {
  const { freshness } = useMessages().shell;
  const sources = useSources();
  const states = { mesos: useFreshness('mesos'), marathon: useFreshness('marathon'), chronos: useFreshness('chronos') };
  useMesosStream();
  const shown = sources.map((name) => ({ name, ...describe(freshness, states[name]) }));
  const trouble = shown.some(({ tone }) => tone === 'danger' || tone === 'warn');
  return (
    <ul
      aria-label={freshness.label}
      className={classNames(
        'flex shrink-0 items-center gap-1',
        trouble &&
          'max-sm:absolute max-sm:flex-wrap max-sm:inset-x-0 max-sm:top-full max-sm:z-30 max-sm:border-b max-sm:border-line max-sm:bg-surface max-sm:px-1',
      )}
    >
      {shown.map((source) => (
        <Source key={source.name} {...source} />
      ))}
    </ul>
  );
}

function describe(words: Messages['shell']['freshness'], state: Freshness): { tone: Tone; words: string } {
  if (state.kind === 'reconnecting') return { tone: 'danger', words: words.reconnecting(state.attempt) };
  if (state.kind === 'connecting') return { tone: 'idle', words: words.connecting };
  return state.behind > 0 ? { tone: 'warn', words: words.behind(state.behind) } : { tone: 'ok', words: words.live };
}

function Source({ name, tone, words }: { name: SourceName; tone: Tone; words: string }) {
  const { freshness } = useMessages().shell;
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
