import { useQueryClient } from '@tanstack/react-query';
import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import type { Destroyed } from '../../../live/destroyed-list.ts';
import { recreate } from '../../../live/recreate.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Creates again what was destroyed, and says how that went. It may take as long as the last instance takes to stop. */
export function useRecreate(): (entry: Destroyed) => Promise<void> {
  const words = useAppDialogWords();
  const toast = useToast();
  const client = useQueryClient();
  return async (entry) => {
    toast({ tone: 'info', title: words.recreating(entry.id) });
    try {
      await recreate(client, entry);
      toast({ tone: 'ok', title: words.recreated(entry.id) });
    } catch (error) {
      toast({ tone: 'danger', title: words.notRecreated(entry.id), detail: error instanceof Error ? error.message : undefined });
    }
  };
}
