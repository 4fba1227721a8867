import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  /** Names the action and what it is done to. */
  title: string;
  confirmLabel: string;
  danger?: boolean;
  /** It changes nothing of the cluster: see Button. */
  harmless?: boolean;
  /** What else can be done than that or nothing. */
  otherwise?: ReactNode;
  pending?: boolean;
  /** Why the last try failed: shown above the buttons, the dialog stays open. */
  error?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** In a dialog that is longer than the window what went wrong must not stay below its edge. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, danger, harmless, otherwise, pending, error, onConfirm, onClose, children } = props;
  const { common } = useMessages();
  return (
    <Dialog
      title={title}
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          {otherwise}
          <Button variant={danger ? 'danger' : 'primary'} harmless={harmless} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {children}
        {error !== undefined && error !== null && (
          <div ref={intoView}>
            <Banner tone="danger">{error}</Banner>
          </div>
        )}
      </div>
    </Dialog>
  );
}
