import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useDialogAgent } from '../../components/mesos/use-dialog-agent.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { markAgentGone } from '../../live/mesos-operator-actions.ts';
import { mesosPaths } from '../../mesos-paths.ts';

export function MarkGoneDialog() {
  const { agentActions: words } = useMesosWords();
  const { agentId, host, tasks, back } = useDialogAgent();
  return (
    <OperatorDialog
      title={words.markGoneTitle(host)}
      label={words.markGone}
      danger
      back={back}
      onwards={mesosPaths.agents()}
      done={words.markedGone(host)}
      action={() => markAgentGone(agentId)}
    >
      <p>{words.markGoneText(tasks)}</p>
    </OperatorDialog>
  );
}
