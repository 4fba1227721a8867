import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useChildren } from '../../components/chronos/use-children.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { markSuccess } from '../../live/chronos-actions.ts';

export function MarkSuccessDialog() {
  const { dialogs: words, actions } = useChronosWords();
  return (
    <JobActionDialog title={words.markTitle} label={actions['mark-success']} done={words.marked} action={({ name }) => markSuccess(name)}>
      {({ name }) => <Consequences name={name} />}
    </JobActionDialog>
  );
}

function Consequences({ name }: { name: string }) {
  const { dialogs: words } = useChronosWords();
  const children = useChildren(name);
  if (children.length === 0) return <p>{words.markAlone}</p>;
  return (
    <div>
      <p>{words.markText}</p>
      <JobNames names={children} />
    </div>
  );
}
