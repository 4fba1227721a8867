import { useMesosWords } from '../../i18n/mesos-words.ts';
import { deactivateAgent } from '../../live/mesos-operator-actions.ts';
import { OperatorDialog } from './OperatorDialog.tsx';
import { useDialogAgent } from './use-dialog-agent.ts';

export function DeactivateDialog() {
  const { agentActions: words } = useMesosWords();
  const { agentId, host, back } = useDialogAgent();
  return (
    <OperatorDialog
      title={words.deactivateTitle(host)}
      label={words.deactivate}
      back={back}
      done={words.deactivated(host)}
      action={() => deactivateAgent(agentId)}
    >
      <p>{words.deactivateText}</p>
    </OperatorDialog>
  );
}
