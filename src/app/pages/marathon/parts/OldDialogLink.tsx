import { Navigate } from 'react-router';
import { modalOf } from '../../../util/old-links.ts';

/** Goes on from a dialog as the original pages named it to its own address. */
export function OldDialogLink({ search }: { search: string }) {
  const dialog = modalOf(new URLSearchParams(search));
  return dialog === undefined ? undefined : <Navigate replace to={dialog} />;
}
