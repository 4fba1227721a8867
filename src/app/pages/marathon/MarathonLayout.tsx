import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { modalOf } from '../../util/old-links.ts';
import { useMarathonLive } from '../../live/use-marathon-live.ts';

const MarathonNews = lazy(async () => ({ default: (await import('./parts/MarathonNews.tsx')).MarathonNews }));

/** Links of the original pages keep the leading slash of an id: `/apps/%2Fredis`. */
const SLASHED_ID = /(\/marathon\/(?:apps|group)\/)%2F/i;

/** Around every page of Marathon: its event stream is open while any of them is shown. */
export function MarathonLayout() {
  useMarathonLive();
  const { pathname, search } = useLocation();
  if (SLASHED_ID.test(pathname)) return <Navigate replace to={{ pathname: pathname.replace(SLASHED_ID, '$1'), search }} />;
  const dialog = modalOf(new URLSearchParams(search));
  if (dialog !== undefined) return <Navigate replace to={dialog} />;
  return (
    <>
      <Outlet />
      <Suspense>
        <MarathonNews />
      </Suspense>
    </>
  );
}
