import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useDialogMachine } from '../../components/mesos/use-dialog-machine.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { setSchedule, withoutMachine } from '../../live/mesos-maintenance.ts';
import { mesosPaths } from '../../mesos-paths.ts';

export function CancelMaintenanceDialog() {
  const { maintenance: words } = useMesosWords();
  const { name, machine, schedule } = useDialogMachine();
  return (
    <OperatorDialog
      title={words.cancelTitle(name)}
      label={words.cancelWindow}
      back={mesosPaths.maintenance()}
      drop="machine"
      done={words.cancelled(name)}
      action={machine && (() => setSchedule(withoutMachine(schedule, machine)))}
    >
      <p>{words.cancelText}</p>
    </OperatorDialog>
  );
}
