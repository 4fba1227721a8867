import { Lock } from 'lucide-react';
import { useMessages } from '../i18n/messages.ts';
import { useReadOnly } from '../live/use-actions-off.ts';
import { Tooltip } from '../ui/Tooltip.tsx';

/** Says on every page that nothing can be changed here, before one has tried. */
export function ReadOnlyMark() {
  const { readOnly } = useMessages().shell;
  const reason = useReadOnly();
  if (reason === undefined) return undefined;
  return (
    <Tooltip content={reason}>
      <button
        type="button"
        className="inline-flex h-7 shrink-0 cursor-help items-center gap-1.5 rounded-full border border-warn/35 bg-warn-soft px-2.5 text-xs font-medium whitespace-nowrap"
      >
        <Lock aria-hidden size={13} className="text-warn" />
        <span className="max-sm:sr-only">{readOnly.label}</span>
      </button>
    </Tooltip>
  );
}
