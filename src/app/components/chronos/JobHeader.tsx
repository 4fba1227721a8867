import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import { STATUS_TONES } from './job-columns.tsx';
import { jobRows } from './job-rows.ts';
import { JobNames } from './JobNames.tsx';
import { NextRun } from './NextRun.tsx';
import { ScheduleSentence } from './ScheduleSentence.tsx';
import { useChildren } from './use-children.ts';

/** How a job did last, when it runs, and who runs before and after it. */
export function JobHeader({ job }: { job: ChronosJob }) {
  const words = useChronosWords();
  const summaries = useQuery(summaryQuery);
  const summary = summaries.data?.filter(({ name }) => name === job.name) ?? [];
  const [row] = jobRows({ summaries: summary, jobs: [job], medians: {}, tails: {} }, summaries.dataUpdatedAt);
  const children = useChildren(job.name);
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2">
      {row && (
        <Item label={words.columns.status}>
          <StatusText tone={STATUS_TONES[row.status]}>{words.statusWords[row.status]}</StatusText>
        </Item>
      )}
      {'schedule' in job && (
        <Item label={words.header.schedule}>
          <ScheduleSentence schedule={job.schedule} timeZone={job.scheduleTimeZone} />
        </Item>
      )}
      {'parents' in job && (
        <Item label={words.header.parents}>
          <JobNames names={job.parents} />
        </Item>
      )}
      {row && 'schedule' in job && (
        <Item label={words.columns.nextRun}>
          <NextRun row={row} full />
        </Item>
      )}
      {children.length > 0 && (
        <Item label={words.header.children}>
          <JobNames names={children} />
        </Item>
      )}
    </div>
  );
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className="text-xs text-muted">{label}</div>
      <div>{children}</div>
    </div>
  );
}
