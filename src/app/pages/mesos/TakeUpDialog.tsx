import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useDialogMachine } from '../../components/mesos/use-dialog-machine.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { stopMaintenance } from '../../live/mesos-maintenance.ts';
import { mesosPaths } from '../../mesos-paths.ts';

export function TakeUpDialog() {
  const { maintenance: words } = useMesosWords();
  const { name, machine } = useDialogMachine();
  return (
    <OperatorDialog
      title={words.takeUpTitle(name)}
      label={words.takeUp}
      back={mesosPaths.maintenance()}
      drop="machine"
      done={words.tookUp(name)}
      action={machine && (() => stopMaintenance(machine))}
    >
      <p>{words.takeUpText}</p>
    </OperatorDialog>
  );
}
