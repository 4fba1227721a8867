import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { machineActionSchema, type MachineAction } from '../../../api/machines/operations.ts';
import { isNeededForMajority } from '../../components/machines/master-facts.ts';
import { TaskFates } from '../../components/machines/TaskFates.tsx';
import { type MachinesWords, useMachinesWords } from '../../i18n/machines-words.ts';
import { changeMachine, previewQuery } from '../../live/machine-actions.ts';
import { type MachineDescription, machinesQuery } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useToast } from '../../ui/use-toast.ts';

/** Says what will become of the tasks of a machine before it is brought up, halted or destroyed. */
export function MachineActionDialog() {
  const { name = '', action: asked } = useParams();
  const action = machineActionSchema.options.find((known) => known === asked) ?? 'up';
  const words = useMachinesWords();
  const machines = useQuery(machinesQuery);
  const machine = machines.data?.machines.find((each) => each.name === name);
  const needed = machine !== undefined && action !== 'up' && isNeededForMajority(machine, machines.data?.quorum);
  const { close, mutation } = useChange(action, name, words);
  return (
    <ConfirmDialog
      title={words.dialog.titles[action](name)}
      confirmLabel={words.dialog.labels[action]}
      danger={action === 'destroy'}
      pending={mutation.isPending}
      error={mutation.error?.message}
      onConfirm={() => mutation.mutate()}
      onClose={close}
    >
      {machines.data && !machine && <Banner tone="warn">{words.dialog.unknownMachine(name)}</Banner>}
      {machine && sentencesOf(action, machine, needed, words.dialog).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {needed && <Banner tone="warn">{words.dialog.lastOfMajority}</Banner>}
      {machine && <Preview action={action} name={name} hasAgent={machine.type.startsWith('agent')} />}
    </ConfirmDialog>
  );
}

function useChange(action: MachineAction, name: string, words: MachinesWords) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const close = () => void navigate(keepingSearch(machinePaths.machines(), search), { preventScrollReset: true });
  const mutation = useMutation({
    mutationFn: () => changeMachine(action, name),
    onSuccess: () => {
      toast({ tone: 'ok', title: words.dialog.begun[action](name) });
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['machines'] }),
  });
  return { close, mutation };
}

function sentencesOf(action: MachineAction, machine: MachineDescription, needed: boolean, words: MachinesWords['dialog']): string[] {
  if (action === 'up') return [machine.state === 'not created' ? words.upNew : words.up];
  const boot = machine.type === 'boot' ? [words.haltBoot] : [];
  if (action === 'halt' && machine.type === 'master') return needed ? [] : [words.haltMaster];
  if (action === 'halt') return machine.type === 'boot' ? boot : [words.halt];
  return [words.destroy, ...boot, ...(machine.added ? [words.destroyAdded] : [])];
}

function Preview({ action, name, hasAgent }: { action: MachineAction; name: string; hasAgent: boolean }) {
  const words = useMachinesWords().dialog;
  const { data, error, isPending } = useQuery(previewQuery(action, name));
  if (error && !data)
    return (
      <Banner tone="warn" title={words.unknownTasks}>
        {error.message}
      </Banner>
    );
  if (isPending)
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner size={14} /> {words.looking}
      </p>
    );
  const { tasks, refusals, waitsFor } = data;
  return (
    <>
      {refusals.map((refusal) => (
        <Banner key={refusal} tone="danger">
          {refusal}
        </Banner>
      ))}
      {waitsFor !== undefined && <Banner tone="warn">{words.waitsFor(waitsFor)}</Banner>}
      {action !== 'up' && hasAgent && (
        <>
          {tasks.length === 0 ? <p>{words.noTasks}</p> : <TaskFates fates={tasks} />}
          {tasks.length > 0 && <p>{words.lost}</p>}
          {tasks.length > 0 && <p className="text-xs text-muted">{words.estimate}</p>}
        </>
      )}
    </>
  );
}
