import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { LanguageContext } from '../i18n/words-of.ts';
import { uiConfigQuery } from '../live/ui-config.ts';
import { useKept } from '../util/kept-value.ts';
import { timeFormatChoice, timeZoneChoice } from '../util/locale.ts';

/** Another value whenever times and numbers are to be written otherwise: pages with it as their key are then drawn anew. */
export function useDisplayKey(): string {
  const zone = useKept(timeZoneChoice);
  const { data } = useQuery(uiConfigQuery);
  return [useContext(LanguageContext), useKept(timeFormatChoice), zone === 'cluster' ? data?.clusterZone : zone].join(' ');
}
