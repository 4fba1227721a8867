import { useState } from 'react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { drainAgent } from '../../live/mesos-operator-actions.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { AgentTaskFates } from './AgentTaskFates.tsx';
import { OperatorDialog } from './OperatorDialog.tsx';
import { useDialogAgent } from './use-dialog-agent.ts';

export function DrainDialog() {
  const { agentActions: words } = useMesosWords();
  const { agentId, host, tasks, back } = useDialogAgent();
  const [grace, setGrace] = useState('');
  const [gone, setGone] = useState(false);
  const seconds = grace.trim() === '' ? undefined : Number(grace);
  const wrong = seconds !== undefined && !(seconds >= 0 && Number.isFinite(seconds));
  return (
    <OperatorDialog
      title={words.drainTitle(host)}
      label={words.drain}
      danger={gone}
      back={back}
      done={words.drained(host)}
      action={wrong ? undefined : () => drainAgent(agentId, seconds, gone)}
    >
      <p>{words.drainText(tasks)}</p>
      {tasks > 0 && <AgentTaskFates agentId={agentId} />}
      <Field label={words.grace} hint={words.graceHint} error={wrong ? words.graceWrong : undefined}>
        <NumberInput value={grace} onChange={(event) => setGrace(event.target.value)} />
      </Field>
      <Checkbox label={words.gone} hint={words.goneHint} checked={gone} onChange={(event) => setGone(event.target.checked)} />
    </OperatorDialog>
  );
}
