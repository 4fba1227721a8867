import { createContext, useContext } from 'react';
import { DC_OS_SETTINGS, type ServerSettings } from '../../live/server-settings.ts';

/** What decides which fields the sections show. */
export interface FormSettings {
  server: ServerSettings;
  /** In an edit the id stays. */
  idLocked: boolean;
}

export const FormSettingsContext = createContext<FormSettings>({ server: DC_OS_SETTINGS, idLocked: false });

export const useFormSettings = (): FormSettings => useContext(FormSettingsContext);
