import { createFreshness, type FreshnessStore } from './freshness.ts';
import { createLink, type Link } from './link.ts';
import { wakeUp } from './streams/wake-up.ts';

/** What a page is about: each may be there while the others are not. */
export type SourceName = 'mesos' | 'marathon' | 'chronos';

export interface Source {
  freshness: FreshnessStore;
  /** Its stream; Chronos has none, so its link stays as it is. */
  link: Link;
  /** The smallest question that only the source itself can answer; below the dashboard's base path. */
  ping: string;
}

export const SOURCES: Record<SourceName, Source> = {
  mesos: { freshness: createFreshness(), link: createLink(), ping: '/mesos/version' },
  marathon: { freshness: createFreshness(), link: createLink(), ping: '/service/marathon/ping' },
  chronos: { freshness: createFreshness(), link: createLink(), ping: '/service/chronos/ping' },
};

export const isSource = (name: unknown): name is SourceName => typeof name === 'string' && Object.hasOwn(SOURCES, name);

/** Something came from a source. When it had been away, all that waits for a sign of its server need not wait any longer. */
export function heardFrom({ freshness, link }: Source): void {
  const before = freshness.current();
  freshness.heard(Date.now());
  const wasSilent = before.kind === 'live' && before.behind > 0;
  if (wasSilent || before.kind === 'reconnecting') link.doubt();
  if (before.kind === 'reconnecting') wakeUp.all();
}

const OF_PAGES: readonly [RegExp, readonly SourceName[]][] = [
  [/^\/(dashboard)?$/, ['marathon', 'mesos']],
  [/^\/(marathon|services|events)(\/|$)/, ['mesos', 'marathon']],
  [/^\/(service\/chronos|jobs)(\/|$)/, ['mesos', 'chronos']],
];

/** The sources of what a page shows, the one that its actions go to last. */
export function sourcesOf(pathname: string): readonly SourceName[] {
  return OF_PAGES.find(([pages]) => pages.test(pathname))?.[1] ?? ['mesos'];
}
