import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages.ts';
import { resetDelay } from '../../../live/reset-delay.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Lets an app whose instances ended too early launch the next one now. Nothing is lost by it, so it asks no question. */
export function useResetDelay(appId: string): () => void {
  const { delay } = useMessages().marathonList;
  const toast = useToast();
  const client = useQueryClient();
  return () =>
    void resetDelay(client, appId).then(
      () => toast({ tone: 'ok', title: delay.done(appId) }),
      (error: unknown) => toast({ tone: 'danger', title: delay.failed(appId), detail: error instanceof Error ? error.message : undefined }),
    );
}
