import { useMessages } from '../i18n/messages.ts';
import { Button } from './Button.tsx';
import { StatusIcon } from './StatusIcon.tsx';

export interface ErrorStateProps {
  title: string;
  /** What went wrong, in the words of whoever refused. */
  detail?: string | undefined;
  /** What the reader can do about it. */
  advice?: string | undefined;
  onRetry?: (() => void) | undefined;
}

export function ErrorState({ title, detail, advice, onRetry }: ErrorStateProps) {
  const { common } = useMessages();
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <StatusIcon tone="danger" size={28} />
      <h2 className="text-base font-semibold">{title}</h2>
      {detail !== undefined && <p className="max-w-xl text-muted wrap-anywhere">{detail}</p>}
      {advice !== undefined && <p className="max-w-xl">{advice}</p>}
      {onRetry !== undefined && (
        <Button className="mt-3" onClick={onRetry}>
          {common.retry}
        </Button>
      )}
    </div>
  );
}
