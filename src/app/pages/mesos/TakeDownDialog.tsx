import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useDialogMachine } from '../../components/mesos/use-dialog-machine.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { startMaintenance } from '../../live/mesos-maintenance.ts';
import { mesosPaths } from '../../mesos-paths.ts';

export function TakeDownDialog() {
  const { maintenance: words } = useMesosWords();
  const { name, machine } = useDialogMachine();
  return (
    <OperatorDialog
      title={words.takeDownTitle(name)}
      label={words.takeDown}
      danger
      back={mesosPaths.maintenance()}
      drop="machine"
      done={words.tookDown(name)}
      action={machine && (() => startMaintenance(machine))}
    >
      <p>{words.takeDownText}</p>
    </OperatorDialog>
  );
}
