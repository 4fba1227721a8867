import { useQuery } from '@tanstack/react-query';
import { Settings } from 'lucide-react';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { chronosPaths, type JobDialog } from '../../chronos-paths.ts';
import { jobRows } from '../../components/chronos/job-rows.ts';
import { JobHeader } from '../../components/chronos/JobHeader.tsx';
import { useJobMenuItems } from '../../components/chronos/use-job-menu-items.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { jobQuery, summaryQuery } from '../../live/chronos-queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';

/** One job: when it runs, what can be done with it, and its tabs. */
export function JobPage() {
  const words = useChronosWords();
  const { common } = useMessages();
  const { name = '' } = useParams();
  const job = useQuery(jobQuery(name));
  return (
    <Page
      title={name}
      crumbs={[{ label: words.jobs, to: chronosPaths.jobs() }]}
      actions={job.data && <JobActions job={job.data} />}
      below={job.data && <JobHeader job={job.data} />}
    >
      {job.isPending && <Skeleton className="h-48" />}
      {job.isError && job.data === undefined && (
        <ErrorState title={words.cannotLoad} detail={job.error.message} advice={common.failureAdvice} onRetry={() => void job.refetch()} />
      )}
      {job.data === null && (
        <EmptyState title={words.dialogs.notThere(name)} action={<ButtonLink to={chronosPaths.jobs()}>{words.clearFilters}</ButtonLink>} />
      )}
      {job.data && (
        <>
          <TabLinks
            label={words.tabs.label}
            tabs={[
              { to: chronosPaths.job(name), label: words.tabs.runs, end: true },
              { to: chronosPaths.jobDefinition(name), label: words.tabs.definition },
            ]}
          />
          <Outlet context={job.data} />
        </>
      )}
    </Page>
  );
}

function JobActions({ job }: { job: ChronosJob }) {
  const words = useChronosWords();
  const navigate = useNavigate();
  const summaries = useQuery(summaryQuery).data;
  const summary = summaries?.filter(({ name }) => name === job.name) ?? [];
  const [row] = jobRows({ summaries: summary, jobs: [job], medians: {}, tails: {} }, 0);
  const open = (dialog: JobDialog) => void navigate(chronosPaths.jobDialog(job.name, dialog), { preventScrollReset: true });
  const items = useJobMenuItems({ disabled: job.disabled, state: row?.state ?? 'idle' }, open);
  return (
    <>
      <Button variant="primary" disabledReason={job.disabled ? words.actions.runPaused : undefined} onClick={() => open('run')}>
        {words.actions.run}
      </Button>
      <Button onClick={() => open('edit')}>{words.actions.edit}</Button>
      <Menu
        acts
        trigger={
          <IconButton label={words.actionsOf(job.name)} tooltip={false} className="size-9 border border-line-strong/60">
            <Settings aria-hidden size={16} />
          </IconButton>
        }
        items={items.filter(({ label }) => label !== words.actions.run && label !== words.actions.edit)}
      />
    </>
  );
}
