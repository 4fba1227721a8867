import { useMesosWords } from '../../i18n/mesos-words.ts';
import { markAgentGone } from '../../live/mesos-operator-actions.ts';
import { AgentTaskFates } from './AgentTaskFates.tsx';
import { OperatorDialog } from './OperatorDialog.tsx';
import { useDialogAgent } from './use-dialog-agent.ts';

export function MarkGoneDialog() {
  const { agentActions: words } = useMesosWords();
  const { agentId, host, tasks, back, list } = useDialogAgent();
  return (
    <OperatorDialog
      title={words.markGoneTitle(host)}
      label={words.markGone}
      danger
      back={back}
      onwards={list}
      done={words.markedGone(host)}
      action={() => markAgentGone(agentId)}
    >
      <p>{words.markGoneText(tasks)}</p>
      {tasks > 0 && <AgentTaskFates agentId={agentId} />}
    </OperatorDialog>
  );
}
