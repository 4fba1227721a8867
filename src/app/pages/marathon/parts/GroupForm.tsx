import type { EditorState } from '@codemirror/state';
import { Suspense, useId, useState } from 'react';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { Textarea } from '../../../ui/Textarea.tsx';
import { classNames } from '../../../util/class-names.ts';
import { lazyPart } from '../../../util/load-again.ts';
import type { GroupDefinition } from '../rules/group-edit.ts';
import { GroupFormNotices } from './GroupFormNotices.tsx';
import { useGroupEdit } from './use-group-edit.ts';

const JsonMode = lazyPart(async () => ({ default: (await import('../../../forms/json/JsonMode.tsx')).JsonMode }));

/** The group as fields or as JSON: one document, carried over when the mode is switched. */
export function GroupForm({ definition, onClose }: { definition: GroupDefinition; onClose: () => void }) {
  const words = useGroupWords();
  const { common, marathon } = useMessages();
  const formId = useId();
  const edit = useGroupEdit(definition, onClose);
  const { mode, switchMode, save, plan, locked, submit, preview } = edit;
  return (
    <Dialog
      title={words.editTitle(definition.id)}
      width="lg"
      flush
      onClose={onClose}
      headerExtra={<Switch label={words.jsonMode} checked={mode.json} onChange={switchMode} />}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button pending={plan.isPending} onClick={preview}>
            {words.checkPlan}
          </Button>
          <Button variant={locked ? 'danger' : 'primary'} pending={save.isPending} type="submit" form={formId}>
            {locked ? marathon.conflict.stopAnd(words.save) : words.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={classNames('flex min-h-full flex-col gap-4 pb-4', mode.json ? 'sm:h-120' : 'sm:min-h-60')}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {mode.json ? <AsJson edit={edit} text={mode.text} /> : <AsFields edit={edit} lines={mode.lines} />}
        <div className="px-5">
          <GroupFormNotices steps={plan.data} error={save.error ?? plan.error} />
        </div>
      </form>
    </Dialog>
  );
}

type GroupEdit = ReturnType<typeof useGroupEdit>;

function AsFields({ edit: { unknown, change }, lines }: { edit: GroupEdit; lines: string }) {
  const words = useGroupWords();
  return (
    <div className="px-5 pt-4">
      <Field
        label={words.dependencies}
        hint={words.dependenciesHint}
        error={unknown === undefined ? undefined : words.unknownDependency(unknown)}
      >
        <Textarea rows={6} value={lines} onChange={({ target }) => change({ json: false, lines: target.value })} />
      </Field>
    </div>
  );
}

function AsJson({ edit: { kind, refused, attempts, change }, text }: { edit: GroupEdit; text: string }) {
  const words = useGroupWords();
  const [editor, setEditor] = useState<EditorState>();
  return (
    <Suspense fallback={<Skeleton className="m-5 flex-1" />}>
      <div className="flex min-h-0 flex-1 flex-col">
        <p className="px-5 pt-3 text-sm text-muted">{words.jsonHint}</p>
        <JsonMode
          text={text}
          onText={(typed) => change({ json: true, text: typed })}
          kind={kind}
          refused={refused}
          attempts={attempts}
          before={editor}
          onLeave={setEditor}
        />
      </div>
    </Suspense>
  );
}
