import { useParams } from 'react-router';
import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { removeParent } from '../../live/chronos-actions.ts';

export function UnlinkJobDialog() {
  const { graphPage: words } = useChronosWords();
  const { parent = '' } = useParams();
  return (
    <JobActionDialog
      title={(name) => words.unlink(name, parent)}
      label={words.unlinkLabel}
      danger
      done={(name) => words.parted(name, parent)}
      action={({ name }) => removeParent(name, parent)}
    >
      {() => <p>{words.unlinkText}</p>}
    </JobActionDialog>
  );
}
