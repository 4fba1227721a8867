import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { putJob } from '../../live/chronos-actions.ts';
import { chronosKeys, summaryQuery } from '../../live/chronos-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { type JobDocument, nameOf } from './job-document.ts';
import { JobFormDialog } from './JobFormDialog.tsx';
import { useJobFormAddress } from './use-job-form-address.ts';

export interface JobEditorProps {
  title: string;
  submitLabel: string;
  done: (name: string) => string;
  /** What the form starts from, once it is there. Made once: what comes later does not disturb what is typed. */
  start: (taken: ReadonlySet<string>) => JobDocument | undefined;
  /** Why there is nothing to start from. */
  failure: string | undefined;
  edit?: boolean;
  /** What is sent for what was entered; throws what to say when it cannot be. */
  sent?: (entered: JobDocument, start: JobDocument) => Promise<JobDocument>;
}

/** The form of a job with all that it needs of the other jobs; over the list or over the job's page. */
export function JobEditor(props: JobEditorProps) {
  const { title, start, failure } = props;
  const close = useClose();
  const summaries = useQuery(summaryQuery);
  const parentsOf = useMemo(() => summaries.data && new Map(summaries.data.map(({ name, parents }) => [name, parents])), [summaries.data]);
  const document = parentsOf && start(new Set(parentsOf.keys()));
  const error = failure ?? (parentsOf ? undefined : summaries.error?.message);
  if (parentsOf && document) return <Loaded {...props} document={document} parentsOf={parentsOf} close={close} />;
  return (
    <Dialog title={title} width="lg" onClose={close}>
      {error === undefined ? <Skeleton className="h-104 w-full" /> : <Banner tone="danger">{error}</Banner>}
    </Dialog>
  );
}

interface LoadedProps extends JobEditorProps {
  document: JobDocument;
  parentsOf: ReadonlyMap<string, readonly string[]>;
  close: () => void;
}

function Loaded({ title, submitLabel, done, edit, sent, document, parentsOf, close }: LoadedProps) {
  const [start] = useState(document);
  const client = useQueryClient();
  const toast = useToast();
  const submit = async (entered: JobDocument): Promise<string | undefined> => {
    try {
      await putJob(sent ? await sent(entered, start) : entered);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    void client.invalidateQueries({ queryKey: chronosKeys.all });
    toast({ tone: 'ok', title: done(nameOf(entered)) });
    close();
    return undefined;
  };
  return (
    <JobFormDialog
      title={title}
      submitLabel={submitLabel}
      document={start}
      {...(edit ? { before: start } : {})}
      parentsOf={parentsOf}
      onSubmit={submit}
      onClose={close}
    />
  );
}

/** To what is behind the form: the job's page or the list, without the form's own part of the address. */
function useClose(): () => void {
  const { name = '' } = useParams();
  const { pathname } = useLocation();
  const { searchBehind } = useJobFormAddress();
  const navigate = useNavigate();
  const page = chronosPaths.job(name);
  const behind = name !== '' && pathname.startsWith(page) ? page : chronosPaths.jobs();
  return () => void navigate(keepingSearch(behind, searchBehind), { preventScrollReset: true });
}
