import { useId, useState } from 'react';
import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { destroyedApp } from '../../../live/recreate.ts';
import type { BulkAction } from '../../../paths.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { splitForAction } from '../rules/bulk-apps.ts';
import { BulkFooter } from './BulkFooter.tsx';
import { BulkOutcome } from './BulkOutcome.tsx';
import { BulkQuestion } from './BulkQuestion.tsx';
import { readInstances } from './InstancesField.tsx';
import { useBulkRun } from './use-bulk-run.ts';
import { useUndo } from './use-undo.ts';

export interface BulkActionDialogProps {
  action: BulkAction;
  /** Those at the time when the dialog opens count: what comes later was not agreed to. */
  apps: readonly AppSummary[];
  onClose: () => void;
  /** All has been begun. */
  onDone: () => void;
}

/** One question for several apps, then how far it is and what failed. */
export function BulkActionDialog({ action, apps, onClose, onDone }: BulkActionDialogProps) {
  const { bulk: words } = useAppDialogWords();
  const [{ concerned, leftOut }] = useState(() => splitForAction(action, apps));
  const [text, setText] = useState('1');
  const formId = useId();
  const toast = useToast();
  const undo = useUndo();
  const verb = words.verbs[action];
  const { run, start, stop } = useBulkRun((done) => {
    const taken = action === 'destroy' ? undo(...done.map((app) => destroyedApp(app, Date.now()))) : undefined;
    toast({ tone: 'ok', title: words.done(verb, done.length), action: taken });
    onDone();
  });
  const { instances } = readInstances(text);
  const ready = concerned.length > 0 && (action !== 'scale' || instances !== undefined);
  const begin = (chosen: readonly AppSummary[], force: boolean) => ready && void start({ action, apps: chosen, instances, force });
  return (
    <Dialog
      title={words.title(verb, concerned.length)}
      width="sm"
      onClose={run.phase === 'running' ? stop : onClose}
      footer={
        <BulkFooter
          run={run}
          verb={verb}
          danger={action === 'destroy'}
          offReason={concerned.length === 0 ? words.nothing : undefined}
          formId={formId}
          onAgain={begin}
          onStop={stop}
          onClose={onClose}
        />
      }
    >
      {run.phase === 'asking' ? (
        <BulkQuestion
          action={action}
          ids={concerned.map(({ id }) => id)}
          leftOut={leftOut.map(({ id }) => id)}
          text={text}
          onText={setText}
          formId={formId}
          onSubmit={() => begin(concerned, false)}
        />
      ) : (
        <BulkOutcome {...run} />
      )}
    </Dialog>
  );
}
