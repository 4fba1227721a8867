import { useLocation, useNavigate } from 'react-router';
import { useFormAddress } from '../../../forms/application/use-form-address.ts';
import { keepingSearch } from '../../../paths.ts';
import { useAppDialog } from './use-list-base.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** Which app a form is about, and the way back to what is behind it: a list, the app's page or the tab with its versions. */
export function useFormDialog(): { appId: string; close: () => void } {
  const places = useMarathonPaths();
  const { appId, behind } = useAppDialog();
  const { pathname } = useLocation();
  const { searchBehind } = useFormAddress();
  const navigate = useNavigate();
  const tab = places.appConfiguration(appId);
  const page = pathname.startsWith(`${tab}/`) ? tab : behind;
  return { appId, close: () => void navigate(keepingSearch(page, searchBehind), { preventScrollReset: true }) };
}
