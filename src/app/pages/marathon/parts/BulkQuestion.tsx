import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import type { BulkAction } from '../../../paths.ts';
import { AppIdList } from './AppIdList.tsx';
import { InstancesField } from './InstancesField.tsx';

export interface BulkQuestionProps {
  action: BulkAction;
  ids: readonly string[];
  leftOut: readonly string[];
  /** The instances that were typed, for `scale`. */
  text: string;
  onText: (text: string) => void;
  formId: string;
  onSubmit: () => void;
}

/** What is about to be done, and to which apps by name. */
export function BulkQuestion({ action, ids, leftOut, text, onText, formId, onSubmit }: BulkQuestionProps) {
  const { bulk: words, scaleLabel } = useAppDialogWords();
  return (
    <form
      id={formId}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <p>{ids.length === 0 ? words.nothing : words.texts[action]}</p>
      {action === 'scale' && <InstancesField label={scaleLabel} text={text} onText={onText} />}
      {ids.length > 0 && <AppIdList label={words.list} ids={ids} />}
      {leftOut.length > 0 && <p className="text-xs text-muted wrap-anywhere">{words.leftOut(leftOut.join(', '))}</p>}
    </form>
  );
}
