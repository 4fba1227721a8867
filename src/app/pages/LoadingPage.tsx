import { useMessages } from '../i18n/messages.ts';
import { Spinner } from '../ui/Spinner.tsx';

/** While the first page's code is on its way. */
export function LoadingPage() {
  const { common } = useMessages();
  return (
    <output className="flex h-full items-center justify-center gap-3 text-muted">
      <Spinner size={20} />
      {common.loading}
    </output>
  );
}
