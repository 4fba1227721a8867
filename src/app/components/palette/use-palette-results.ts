import { useMemo, useState } from 'react';
import { chronosPaths } from '../../chronos-paths.ts';
import { useMessages } from '../../i18n/messages.ts';
import { usePaletteWords } from '../../i18n/palette-words.ts';
import { usePlaces } from '../../live/use-places.ts';
import { paths } from '../../paths.ts';
import { themeChoice, THEMES } from '../../util/theme.ts';
import { type PaletteItem, paletteItem } from './palette-item.ts';
import { rankItems } from './rank-items.ts';
import { recentChoices } from './recent-choices.ts';
import { type PaletteSources, useSourcesOfPalette } from './use-sources-of-palette.ts';
import { verbItems } from './verb-items.ts';
import { verbsOf } from './verbs.ts';

export interface PaletteResults extends Pick<PaletteSources, 'loading' | 'failed'> {
  items: PaletteItem[];
  recent: ReadonlySet<string>;
}

/** What fits what was typed; before anything is, what was chosen last and then all pages and commands. */
export function usePaletteResults(typed: string): PaletteResults {
  const words = usePaletteWords();
  const [recent] = useState(() => new Set(recentChoices()));
  const fixed = useFixedItems();
  const sources = useSourcesOfPalette(typed.trim() !== '');
  const { apps, suspended, groups, jobs, nodes, frameworks, tasks } = sources;
  const all = useMemo(
    () => [...fixed, ...apps, ...groups, ...jobs, ...nodes, ...frameworks, ...tasks],
    [fixed, apps, groups, jobs, nodes, frameworks, tasks],
  );
  const verbs = useMemo(() => verbsOf(words, { apps, suspended, jobs, nodes }), [words, apps, suspended, jobs, nodes]);
  const items = useMemo(() => {
    if (typed.trim() !== '') return [...verbItems(verbs, typed, recent), ...rankItems(all, typed, recent)];
    const byAddress = new Map(all.map((item) => [item.to, item]));
    const chosen = [...recent].flatMap((to) => byAddress.get(to) ?? []);
    return [...chosen, ...fixed.filter(({ to }) => !recent.has(to))];
  }, [typed, verbs, all, fixed, recent]);
  return { items, recent, loading: sources.loading, failed: sources.failed };
}

function useFixedItems(): PaletteItem[] {
  const { shell } = useMessages();
  const { commands } = usePaletteWords();
  const places = usePlaces();
  return useMemo(
    () => [
      ...places.map(({ id, to }) => paletteItem('page', shell.links[id], to, id)),
      paletteItem('page', shell.help.documentation, paths.help()),
      paletteItem('page', shell.help.apiReference, paths.apiReference()),
      paletteItem('action', commands.createApplication, paths.marathon.create('/'), 'new run'),
      paletteItem('action', commands.createJob, chronosPaths.create(), 'new'),
      paletteItem('action', commands.createGroup, paths.marathon.createGroup('/'), 'new'),
      paletteItem('action', commands.settings, '?modal=settings', 'language time zone density'),
      paletteItem('action', commands.shortcuts, '?modal=help', 'keys'),
      ...THEMES.map((theme) => ({
        ...paletteItem('action', commands.theme(shell.theme[theme]), `theme:${theme}`, theme),
        run: () => themeChoice.set(theme),
      })),
    ],
    [shell, commands, places],
  );
}
