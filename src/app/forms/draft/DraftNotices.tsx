import { useState } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { formatDateTime } from '../../util/format.ts';
import type { Draft } from './draft-store.ts';

export interface DraftWords {
  restored: (time: string) => string;
  discard: string;
  keep: string;
}

/** Says that the form goes on with a draft, and offers to begin anew. */
export function DraftBanner({ draft, words, onDiscard }: { draft: Draft; words: DraftWords; onDiscard: () => void }) {
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
  title: string;
  words: { discardText: string; discard: string; draft: DraftWords };
  onKeep: () => void;
  onDiscard: () => void;
  onClose: () => void;
}

/** Asks before what was filled in is left. */
export function ConfirmDiscard({ title, words, onKeep, onDiscard, onClose }: ConfirmDiscardProps) {
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={words.discard}
      danger
      harmless
      otherwise={<Button onClick={onKeep}>{words.draft.keep}</Button>}
      onConfirm={onDiscard}
      onClose={onClose}
    >
      <p>{words.discardText}</p>
    </ConfirmDialog>
  );
}
