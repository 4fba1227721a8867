import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Failure } from '../rules/run-all.ts';
import type { BulkRun } from './use-bulk-run.ts';

export interface BulkFooterProps {
  run: BulkRun;
  verb: string;
  danger: boolean;
  /** Why it cannot be begun. */
  offReason: string | undefined;
  /** The form of the question, which begins it. */
  formId: string;
  /** With those that failed, or with force with those that a deployment has locked. */
  onAgain: (apps: readonly AppSummary[], force: boolean) => void;
  onStop: () => void;
  onClose: () => void;
}

/** What can be done next: begin, stop, or try again what failed. */
export function BulkFooter({ run, verb, danger, offReason, formId, onAgain, onStop, onClose }: BulkFooterProps) {
  const { bulk: words } = useAppDialogWords();
  const { common } = useMessages();
  if (run.phase === 'running') return <Button onClick={onStop}>{words.stop}</Button>;
  if (run.phase === 'asking') {
    return (
      <>
        <Button variant="ghost" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button variant={danger ? 'danger' : 'primary'} disabledReason={offReason} type="submit" form={formId}>
          {verb}
        </Button>
      </>
    );
  }
  const locked = run.failures.filter(({ error }) => isLocked(error));
  return (
    <>
      <Button variant="ghost" onClick={onClose}>
        {common.close}
      </Button>
      {run.failures.length > locked.length && (
        <Button variant="primary" onClick={() => onAgain(appsOf(run.failures), false)}>
          {words.tryAgain}
        </Button>
      )}
      {locked.length > 0 && (
        <Button variant="danger" onClick={() => onAgain(appsOf(locked), true)}>
          {words.force(verb)}
        </Button>
      )}
    </>
  );
}

const appsOf = (failures: readonly Failure<AppSummary>[]): AppSummary[] => failures.map(({ item }) => item);
