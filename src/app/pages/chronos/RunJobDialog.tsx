import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { runJob } from '../../live/chronos-actions.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

export function RunJobDialog() {
  const { dialogs: words, actions } = useChronosWords();
  const [args, setArgs] = useState('');
  const summaries = useQuery(summaryQuery).data;
  return (
    <JobActionDialog title={words.runTitle} label={actions.run} done={words.ran} action={({ name }) => runJob(name, args.trim())}>
      {({ name, concurrent }) => (
        <>
          <p>{words.runText}</p>
          {!concurrent && summaries?.find((each) => each.name === name)?.state !== 'idle' && <Banner tone="warn">{words.runBusy}</Banner>}
          <Field label={words.arguments} hint={words.argumentsHint}>
            <TextInput value={args} onChange={(event) => setArgs(event.target.value)} />
          </Field>
        </>
      )}
    </JobActionDialog>
  );
}
