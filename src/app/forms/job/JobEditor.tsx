import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { putJob } from '../../live/chronos-actions.ts';
import { chronosKeys, summaryQuery } from '../../live/chronos-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import type { Draft } from '../draft/draft-store.ts';
import { useDraftKeeper, useKeptDraft } from '../draft/use-draft.ts';
import { readJson } from '../json/json-text.ts';
import { type JobDocument, nameOf } from './job-document.ts';
import { JobFormDialog } from './JobFormDialog.tsx';
import { useJobFormAddress } from './use-job-form-address.ts';

export interface JobEditorProps {
  title: string;
  submitLabel: string;
  done: (name: string) => string;
  /** Names the draft of what is edited here. */
  draftKey: string;
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
  if (parentsOf && document) return <Drafted {...props} document={document} parentsOf={parentsOf} close={close} />;
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

/** Goes on with what was typed before the page went away, until that is discarded. */
function Drafted(props: LoadedProps) {
  const kept = useKeptDraft(props.draftKey, props.document);
  const [draft, setDraft] = useState(kept);
  return <Loaded key={draft?.savedAt} {...props} draft={draft} onDiscardDraft={() => setDraft(undefined)} />;
}

interface FormProps extends LoadedProps {
  draft: Draft | undefined;
  onDiscardDraft: () => void;
}

function Loaded({ title, submitLabel, done, draftKey, edit, sent, document, parentsOf, draft, onDiscardDraft, close }: FormProps) {
  const words = useJobFormWords();
  // A draft of an edit goes on from the job as it was then: what has changed in the job since then is no change of the user's.
  const [start] = useState(() => startOf(draft) ?? document);
  const keeper = useDraftKeeper(draftKey, start);
  const client = useQueryClient();
  const toast = useToast();
  const submit = async (jobs: readonly JobDocument[]): Promise<string | undefined> => {
    const names = jobs.map(nameOf);
    for (const [index, entered] of jobs.entries()) {
      try {
        await putJob(sent ? await sent(entered, start) : entered);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return index === 0 ? message : words.severalStopped(names.slice(0, index).join(', '), message);
      }
    }
    void client.invalidateQueries({ queryKey: chronosKeys.all });
    toast({ tone: 'ok', title: jobs.length > 1 ? words.severalCreated(names) : done(names[0] ?? '') });
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
      draft={draft}
      keeper={keeper}
      onDiscardDraft={() => {
        keeper.forget();
        onDiscardDraft();
      }}
      onSubmit={submit}
      onClose={close}
    />
  );
}

function startOf(draft: Draft | undefined): JobDocument | undefined {
  const read = draft?.start === undefined ? undefined : readJson(draft.start);
  return read?.ok ? read.document : undefined;
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
