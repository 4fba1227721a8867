import { useLocation } from 'react-router';
import { type MarathonPaths, paths } from '../paths.ts';

/** The pages of Marathon's applications are at two places, Marathon's and DC/OS'. Links of those pages stay at the one where they are. */
export function useMarathonPaths(): MarathonPaths {
  return /^\/services(\/|$)/.test(useLocation().pathname) ? paths.dcos : paths.marathon;
}
