import { useState } from 'react';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatDateTime } from '../../util/format.ts';
import type { Draft } from './draft-store.ts';

/** Says that the form goes on with a draft, and offers to begin anew. */
export function DraftBanner({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const { draft: words } = useFormWords();
  const [shown, setShown] = useState(true);
  if (!shown) return undefined;
  const discard = () => {
    setShown(false);
    onDiscard();
  };
  return (
    <div className="px-5 pt-3">
      <Banner
        tone="info"
        action={
          <Button size="sm" onClick={discard}>
            {words.discard}
          </Button>
        }
      >
        {words.restored(formatDateTime(Date.parse(draft.savedAt)))}
      </Banner>
    </div>
  );
}

export interface ConfirmDiscardProps {
  edit: boolean;
  onKeep: () => void;
  onDiscard: () => void;
  onClose: () => void;
}

/** Asks before what was filled in is left. */
export function ConfirmDiscard({ edit, onKeep, onDiscard, onClose }: ConfirmDiscardProps) {
  const { common } = useMessages();
  const words = useFormWords();
  return (
    <Dialog
      title={edit ? words.discardChanges : words.discardTitle}
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button onClick={onKeep}>{words.draft.keep}</Button>
          <Button variant="danger" onClick={onDiscard}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{words.discardText}</p>
    </Dialog>
  );
}
