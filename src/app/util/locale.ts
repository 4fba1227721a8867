import { keptValue } from './kept-value.ts';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const languageChoice = keptValue('language', ['browser', ...LANGUAGES], 'browser');
export const timeZoneChoice = keptValue('time-zone', ['browser', 'utc', 'cluster'], 'browser');
export const timeFormatChoice = keptValue('time-format', ['h23', 'h12'], 'h23');

/** The first language of the browser's that there is a translation for; English when there is none. */
export function languageOfBrowser(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}

/** What was chosen, or else what the browser prefers. */
export function wantedLanguage(): Language {
  const choice = languageChoice.current();
  return choice === 'browser' ? languageOfBrowser(navigator.languages) : choice;
}

/** How numbers and times are written. Without a time zone: the browser's. */
export interface Locale {
  language: Language;
  timeZone: string | undefined;
  hourCycle: 'h23' | 'h12';
}

let shown: Language = 'en';
let zoneOfCluster: string | undefined;

/** The language whose words are on the page: the wanted one once they have been loaded. */
export function showLanguage(language: Language): void {
  shown = language;
}

/** The time zone that the cluster's machines are set to, once it is known; undefined for one that this browser does not know. */
export function setClusterZone(timeZone: string | undefined): void {
  zoneOfCluster = timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined;
}

export const clusterZone = (): string | undefined => zoneOfCluster;

export function currentLocale(): Locale {
  const zone = timeZoneChoice.current();
  return {
    language: shown,
    timeZone: zone === 'utc' ? 'UTC' : zone === 'cluster' ? zoneOfCluster : undefined,
    hourCycle: timeFormatChoice.current(),
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
