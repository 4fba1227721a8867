import { Outlet } from 'react-router';
import { useMarathonLive } from '../../live/use-marathon-live.ts';

/** Around every page of Marathon: its event stream is open while any of them is shown. */
export function MarathonLayout() {
  useMarathonLive();
  return <Outlet />;
}
