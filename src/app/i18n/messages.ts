import { createContext, useContext } from 'react';
import { common } from './en/common.ts';
import { dcos } from './en/dcos.ts';
import { marathon } from './en/marathon.ts';
import { marathonList } from './en/marathon-list.ts';
import { shell } from './en/shell.ts';

export const en = { common, shell, dcos, marathon, marathonList };

/** Every visible word of the dashboards; another language is another value of this type. */
export type Messages = typeof en;

export const MessagesContext = createContext<Messages>(en);

export function useMessages(): Messages {
  return useContext(MessagesContext);
}
