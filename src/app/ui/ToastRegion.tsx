import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { StatusIcon } from './StatusIcon.tsx';
import { currentToasts, dismissToast, subscribeToToasts } from './toast-store.ts';

/** Where toasts appear; once in the shell. */
export function ToastRegion() {
  const { common } = useMessages();
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts);
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-3 bottom-3 z-70 flex flex-col gap-2 sm:left-auto sm:w-96">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex items-start gap-2.5 rounded-lg border border-line bg-raised py-2.5 pr-2 pl-3.5 text-sm shadow-pop"
        >
          <span className="mt-0.5">
            <StatusIcon tone={toast.tone} />
          </span>
          <div className="min-w-0 flex-1 wrap-anywhere">
            <p className="font-medium">{toast.title}</p>
            {toast.detail !== undefined && <p className="text-muted">{toast.detail}</p>}
          </div>
          {toast.action !== undefined && (
            <button
              type="button"
              className="shrink-0 rounded-sm px-1 font-medium text-accent hover:underline"
              onClick={() => {
                dismissToast(toast.id);
                toast.action?.onSelect();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label={common.dismiss}
            className="rounded-sm p-0.5 text-muted hover:text-text"
            onClick={() => dismissToast(toast.id)}
          >
            <X aria-hidden size={15} />
          </button>
        </div>
      ))}
    </div>
  );
}
