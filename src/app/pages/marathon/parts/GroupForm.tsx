import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';
import type { GroupDefinition } from '../rules/group-edit.ts';
import { GroupFormNotices } from './GroupFormNotices.tsx';
import { useGroupEdit } from './use-group-edit.ts';

/** The group as fields or as JSON: one document, carried over when the mode is switched. */
export function GroupForm({ definition, onClose }: { definition: GroupDefinition; onClose: () => void }) {
  const words = useGroupWords();
  const { common, marathon } = useMessages();
  const { id } = definition;
  const { mode, change, switchMode, valid, badJson, unknown, save, plan, locked, submit } = useGroupEdit(definition, onClose);
  return (
    <Dialog
      title={words.editTitle(id)}
      width="lg"
      onClose={onClose}
      headerExtra={<Switch label={words.jsonMode} checked={mode.json} onChange={switchMode} />}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button pending={plan.isPending} onClick={() => valid && plan.mutate()}>
            {words.checkPlan}
          </Button>
          <Button variant={locked ? 'danger' : 'primary'} pending={save.isPending} onClick={submit}>
            {locked ? marathon.conflict.stopAnd(words.save) : words.save}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {mode.json ? (
          <Field label={words.json} hint={words.jsonHint} error={badJson ? words.badJson : undefined}>
            <Textarea rows={18} value={mode.text} onChange={({ target }) => change({ json: true, text: target.value })} />
          </Field>
        ) : (
          <Field
            label={words.dependencies}
            hint={words.dependenciesHint}
            error={unknown === undefined ? undefined : words.unknownDependency(unknown)}
          >
            <Textarea rows={6} value={mode.lines} onChange={({ target }) => change({ json: false, lines: target.value })} />
          </Field>
        )}
        <GroupFormNotices steps={plan.data} error={save.error ?? plan.error} />
      </form>
    </Dialog>
  );
}
