import { type ReactNode, useId } from 'react';
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

/** A question with its fields. It is one form: Enter in a field is the button that confirms, and is off when that is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, danger, harmless, otherwise, pending, error, onConfirm, onClose, children } = props;
  const { common } = useMessages();
  const form = useId();
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
          <Button variant={danger ? 'danger' : 'primary'} harmless={harmless} pending={pending} type="submit" form={form}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        {error !== undefined && error !== null && (
          <div ref={intoView}>
            <Banner tone="danger">{error}</Banner>
          </div>
        )}
      </form>
    </Dialog>
  );
}
