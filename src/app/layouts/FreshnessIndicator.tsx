import { useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { type Messages, useMessages } from '../i18n/messages.ts';
import { secondsBehind } from '../live/freshness.ts';
import { marathonLink } from '../live/marathon-link.ts';
import { mesosFreshness, REST_INTERVAL_MS } from '../live/mesos-queries.ts';
import { classNames } from '../util/class-names.ts';
import { TONE_FILL, type Tone } from '../ui/tones.ts';
import { useNow } from '../util/use-now.ts';

interface SourceState {
  tone: Tone;
  words: string;
}

/** Says for each source of this page how fresh its data are. */
export function FreshnessIndicator() {
  const { freshness } = useMessages().shell;
  const now = useNow();
  const mesos = useSyncExternalStore(mesosFreshness.subscribe, mesosFreshness.current);
  const marathon = useSyncExternalStore(marathonLink.subscribe, marathonLink.current);
  const onMarathon = useLocation().pathname.startsWith('/marathon');
  return (
    <ul aria-label={freshness.label} className="flex shrink-0 items-center gap-1">
      <Source name={freshness.sources.mesos} state={describe(freshness, mesos, secondsBehind(mesos, REST_INTERVAL_MS, now))} />
      {/* Marathon is followed by its own pages only. */}
      {(onMarathon || marathon.kind !== 'connecting') && (
        <Source name={freshness.sources.marathon} state={describe(freshness, marathon, 0)} />
      )}
    </ul>
  );
}

type State = { kind: 'connecting' | 'live' } | { kind: 'reconnecting'; attempt: number };

function describe(words: Messages['shell']['freshness'], state: State, behind: number): SourceState {
  if (state.kind === 'reconnecting') return { tone: 'danger', words: words.reconnecting(state.attempt) };
  if (behind > 0) return { tone: 'warn', words: words.behind(behind) };
  return state.kind === 'live' ? { tone: 'ok', words: words.live } : { tone: 'idle', words: words.connecting };
}

function Source({ name, state }: { name: string; state: SourceState }) {
  return (
    <li className="flex items-center gap-1.5 rounded-full px-2 py-1 text-xs whitespace-nowrap text-muted">
      <span aria-hidden className={classNames('size-2 rounded-full', TONE_FILL[state.tone], state.tone === 'danger' && 'animate-pulse')} />
      <span>
        <span className={state.tone === 'ok' ? 'max-sm:sr-only' : undefined}>{name} </span>
        <span className={state.tone === 'ok' ? 'max-sm:sr-only' : 'font-medium text-text'}>{state.words}</span>
      </span>
    </li>
  );
}
