import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { setDisabled } from '../../live/chronos-actions.ts';

export function ResumeJobDialog() {
  const { dialogs: words, actions } = useChronosWords();
  return (
    <JobActionDialog title={words.resumeTitle} label={actions.resume} done={words.resumed} action={({ name }) => setDisabled(name, false)}>
      {() => <p>{words.resumeText}</p>}
    </JobActionDialog>
  );
}
