import { useQuery } from '@tanstack/react-query';
import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { stopJob } from '../../live/chronos-actions.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';

export function StopJobDialog() {
  const { dialogs: words, actions } = useChronosWords();
  const summaries = useQuery(summaryQuery).data;
  const running = (name: string): number => Number.parseInt(summaries?.find((each) => each.name === name)?.state ?? '', 10) || 0;
  return (
    <JobActionDialog title={words.stopTitle} label={actions.stop} danger done={words.stopped} action={({ name }) => stopJob(name)}>
      {({ name }) => <p>{words.stopText(running(name))}</p>}
    </JobActionDialog>
  );
}
