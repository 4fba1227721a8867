import { useMessages } from '../../../i18n/messages.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { ApiError } from '../../../util/http.ts';

export interface LoadingFormProps {
  title: string;
  appId: string;
  error: Error | null;
  onClose: () => void;
}

/** In the place of a form while the app is being read, or why it cannot be. */
export function LoadingForm({ title, appId, error, onClose }: LoadingFormProps) {
  const { actions } = useMessages().marathon;
  const gone = error instanceof ApiError && error.status === 404;
  return (
    <Dialog title={title} width="lg" onClose={onClose}>
      {error ? <Banner tone="danger">{gone ? actions.notThere(appId) : error.message}</Banner> : <Skeleton className="h-104 w-full" />}
    </Dialog>
  );
}
