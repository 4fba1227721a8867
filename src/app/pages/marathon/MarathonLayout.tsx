import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useMarathonLive } from '../../live/use-marathon-live.ts';
import { lazyPart } from '../../util/load-again.ts';

const MarathonNews = lazyPart(async () => ({ default: (await import('./parts/MarathonNews.tsx')).MarathonNews }));

const OldDialogLink = lazyPart(async () => ({ default: (await import('./parts/OldDialogLink.tsx')).OldDialogLink }));

/** Dialogs that had no address of their own in the original pages. */
const OLD_DIALOG = /[?&]modal=(new-|edit-app)/;

/** Links of the original pages keep the leading slash of an id: `/apps/%2Fredis`. */
const SLASHED_ID = /(\/(?:marathon\/(?:apps|group)|services\/(?:detail|overview))\/)%2F/i;

/** Around every page of Marathon: its event stream is open while any of them is shown. */
export function MarathonLayout() {
  useMarathonLive();
  const { pathname, search } = useLocation();
  if (SLASHED_ID.test(pathname)) return <Navigate replace to={{ pathname: pathname.replace(SLASHED_ID, '$1'), search }} />;
  return (
    <>
      <Outlet />
      <Suspense>
        {OLD_DIALOG.test(search) && <OldDialogLink search={search} />}
        <MarathonNews />
      </Suspense>
    </>
  );
}
