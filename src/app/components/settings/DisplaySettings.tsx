import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../i18n/messages.ts';
import { useSettingsWords } from '../../i18n/settings-words.ts';
import { uiConfigQuery } from '../../live/ui-config.ts';
import { Switch } from '../../ui/Switch.tsx';
import { densityChoice } from '../../util/density.ts';
import { formatDateTime } from '../../util/format.ts';
import { useKept } from '../../util/kept-value.ts';
import { languageChoice, LANGUAGES, languageOfBrowser, timeFormatChoice, timeZoneChoice } from '../../util/locale.ts';
import { notificationChoice } from '../../util/notification-setting.ts';
import { refreshChoice } from '../../util/refresh-pace.ts';
import { themeChoice, THEMES } from '../../util/theme.ts';
import { useNow } from '../../util/use-now.ts';
import { SettingSelect } from './SettingSelect.tsx';

/** Each language by its own name: who has chosen one by mistake finds the way back. */
const LANGUAGE_NAMES = { en: 'English', ja: '日本語' };

/** All settings of this browser. */
export function DisplaySettings() {
  const words = useSettingsWords();
  const { shell } = useMessages();
  return (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
      <SettingSelect
        label={words.language}
        kept={languageChoice}
        options={[
          { value: 'browser', label: words.sameAsBrowser(LANGUAGE_NAMES[languageOfBrowser(navigator.languages)]) },
          ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
        ]}
      />
      <SettingSelect
        label={words.theme}
        kept={themeChoice}
        options={THEMES.map((theme) => ({ value: theme, label: shell.theme[theme] }))}
      />
      <TimeSettings />
      <SettingSelect
        label={words.density}
        kept={densityChoice}
        options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: words.densities[value] }))}
      />
      <SettingSelect
        label={words.refresh}
        hint={words.refreshHint}
        kept={refreshChoice}
        options={(['live', '5', '15', '60'] as const).map((value) => ({ value, label: words.refreshes[value] }))}
      />
      <NotificationSwitch />
    </div>
  );
}

function TimeSettings() {
  const words = useSettingsWords();
  // The example is written anew when one of them changes.
  useKept(timeZoneChoice);
  useKept(timeFormatChoice);
  const now = useNow();
  const ofCluster = useQuery(uiConfigQuery).data?.clusterZone;
  return (
    <>
      <SettingSelect
        label={words.timeZone}
        hint={words.example(formatDateTime(now))}
        kept={timeZoneChoice}
        options={[
          { value: 'browser', label: words.sameAsBrowser(new Intl.DateTimeFormat().resolvedOptions().timeZone) },
          { value: 'utc', label: words.utc },
          {
            value: 'cluster',
            label: ofCluster === undefined ? words.ofClusterUnknown : words.ofCluster(ofCluster),
            disabled: ofCluster === undefined,
          },
        ]}
      />
      <SettingSelect
        label={words.timeFormat}
        kept={timeFormatChoice}
        options={(['h23', 'h12'] as const).map((value) => ({ value, label: words.timeFormats[value] }))}
      />
    </>
  );
}

function NotificationSwitch() {
  const words = useSettingsWords();
  const on = useKept(notificationChoice) === 'on';
  return (
    <div className="sm:col-span-2">
      <Switch label={words.notifications} checked={on} onChange={() => notificationChoice.set(on ? 'off' : 'on')} />
    </div>
  );
}
