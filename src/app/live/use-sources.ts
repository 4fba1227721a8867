import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { type Freshness, isStale } from './freshness.ts';
import { hearAnswers } from './hear-answers.ts';
import { type SourceName, SOURCES, sourcesOf } from './sources.ts';
import type { LinkState } from './streams/follow-stream.ts';
import { watchBrowser } from './streams/wake-up.ts';
import { watchSource } from './watch-source.ts';

/** Watches what the current page is made of, while mounted. The sources of the page. */
export function useSources(): readonly SourceName[] {
  const client = useQueryClient();
  const names = sourcesOf(useLocation().pathname);
  const key = names.join(' ');
  useEffect(() => {
    const stops = [hearAnswers(client), watchBrowser()];
    return () => stops.forEach((stop) => stop());
  }, [client]);
  useEffect(() => {
    const stops = key.split(' ').map((name) => watchSource(SOURCES[name as SourceName]));
    return () => stops.forEach((stop) => stop());
  }, [key]);
  return names;
}

/** How fresh what comes from a source is: whether it answers, and whether its stream is there. */
export function useFreshness(name: SourceName): Freshness {
  const { freshness, link } = SOURCES[name];
  const heard = useSyncExternalStore(freshness.subscribe, freshness.current);
  const stream = useSyncExternalStore(link.subscribe, link.current);
  return shownFreshness(heard, stream);
}

/** A source that answers but whose stream was cut is told of as well: until it is back, what happens is seen later. */
export function shownFreshness(heard: Freshness, stream: LinkState): Freshness {
  if (heard.kind !== 'live' || stream.kind !== 'reconnecting') return heard;
  return { kind: 'reconnecting', attempt: stream.attempt, lastHeard: heard.since };
}

/** Whether the source that the page's actions go to is out of reach: what is shown of it is old. */
export function useIsStale(): boolean {
  const name = sourcesOf(useLocation().pathname).at(-1) ?? 'mesos';
  const { freshness } = SOURCES[name];
  return useSyncExternalStore(freshness.subscribe, () => isStale(freshness.current()));
}
