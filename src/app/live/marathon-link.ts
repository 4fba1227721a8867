import { SOURCES } from './sources.ts';

/** How the page hears from Marathon's events now. */
export const marathonLink = SOURCES.marathon.link;
