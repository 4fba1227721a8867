import { openBrowser } from '../cli/open-browser.ts';
import type { CommandContext } from './context.ts';
import { runningServer } from './server-api.ts';

/** The places of the dashboards. */
export const PAGES = { ui: '/', marathon: '/marathon/', chronos: '/service/chronos/', mesos: '/mesos/' } as const;
export type PageName = keyof typeof PAGES;

/** Prints the address of a dashboard, and shows it where there is a display. */
export async function openPage({ terminal, state }: CommandContext, page: PageName): Promise<void> {
  const { record } = await runningServer(state);
  const url = `${record.origin}${PAGES[page]}`;
  terminal.out(url);
  openBrowser(url);
}
