import { useLocation, useNavigate, useParams } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { keepingSearch } from '../../paths.ts';

/** The job that a dialog in the URL is about, and the ways out: to the page behind it, or to the list. */
export function useDialogJob(): { name: string; close: () => void; toList: () => void } {
  const { name = '' } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const to = (path: string) => () => void navigate(keepingSearch(path, search), { preventScrollReset: true });
  // Over a job's own page the path begins with that page's.
  const page = chronosPaths.job(name);
  return { name, close: to(pathname.startsWith(page) ? page : chronosPaths.jobs()), toList: to(chronosPaths.jobs()) };
}
