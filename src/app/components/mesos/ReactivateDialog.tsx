import { useMesosWords } from '../../i18n/mesos-words.ts';
import { reactivateAgent } from '../../live/mesos-operator-actions.ts';
import { OperatorDialog } from './OperatorDialog.tsx';
import { useDialogAgent } from './use-dialog-agent.ts';

export function ReactivateDialog() {
  const { agentActions: words } = useMesosWords();
  const { agentId, host, back } = useDialogAgent();
  return (
    <OperatorDialog
      title={words.reactivateTitle(host)}
      label={words.reactivate}
      back={back}
      done={words.reactivated(host)}
      action={() => reactivateAgent(agentId)}
    >
      <p>{words.reactivateText}</p>
    </OperatorDialog>
  );
}
