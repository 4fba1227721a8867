import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { setDisabled } from '../../live/chronos-actions.ts';

export function PauseJobDialog() {
  const { dialogs: words, actions } = useChronosWords();
  return (
    <JobActionDialog title={words.pauseTitle} label={actions.pause} done={words.paused} action={({ name }) => setDisabled(name, true)}>
      {() => <p>{words.pauseText}</p>}
    </JobActionDialog>
  );
}
