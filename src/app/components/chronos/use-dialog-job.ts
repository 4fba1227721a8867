import { useLocation, useNavigate, useParams } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { keepingSearch } from '../../paths.ts';

/** The job that a dialog in the URL is about, and the ways out: to the page below it, or to the list. */
export function useDialogJob(): { name: string; close: () => void; toList: () => void } {
  const { name = '' } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const to = (path: string) => () => void navigate(keepingSearch(path, search), { preventScrollReset: true });
  // The path of a dialog begins with that of the page below it.
  const behind = [chronosPaths.job(name), chronosPaths.graph()].find((page) => pathname.startsWith(page)) ?? chronosPaths.jobs();
  return { name, close: to(behind), toList: to(chronosPaths.jobs()) };
}
