import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { UnitControl } from '../../components/machines/UnitControl.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useUnitWords } from '../../i18n/unit-words.ts';
import { machinesQuery } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch, paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** One component of a machine, over the machines (which name it) or over its own page (which has its address). */
export function UnitDialog() {
  const words = useUnitWords();
  const { common } = useMessages();
  const { name, host, unitId = '' } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const machines = useQuery(machinesQuery);
  const machine = machines.data?.machines.find((each) => (name === undefined ? each.ip === host : each.name === name));
  const unit = machine?.units.find(({ id }) => id === unitId);
  const back = name === undefined ? paths.componentOnNode(unitId, host ?? '') : machinePaths.machines();
  const close = () => void navigate(keepingSearch(back, search), { preventScrollReset: true });
  const where = machine?.name ?? name ?? host ?? '';
  return (
    <Dialog
      title={words.title(unit?.name ?? unitId, where)}
      width="md"
      onClose={close}
      footer={
        <Button variant="ghost" onClick={close}>
          {common.close}
        </Button>
      }
    >
      {machines.isPending && <Skeleton className="h-40" />}
      {machine && unit && <UnitControl machine={machine.name} unit={unit} />}
      {!machines.isPending && !unit && <EmptyState title={words.unknown(unitId, where)}>{words.unknownAdvice}</EmptyState>}
    </Dialog>
  );
}
