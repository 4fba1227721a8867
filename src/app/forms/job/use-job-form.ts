import { useMemo, useState } from 'react';
import { withKeys } from '../json/document-parts.ts';
import { useAfterPress } from '../use-after-press.ts';
import type { DraftKeeper } from '../draft/use-draft.ts';
import type { PathProblem } from '../json/path-problem.ts';
import { readJson, textOf, writeJson } from '../json/json-text.ts';
import { type JobDocument, nameOf } from './job-document.ts';
import type { JobFields } from './job-form-context.ts';
import { type JobRules, jobProblems } from './job-problems.ts';

/** Sends the jobs one after the other. Resolves to undefined when all were taken, else to what was said against one. */
export type SubmitJobs = (jobs: readonly JobDocument[]) => Promise<string | undefined>;

export interface JobFormOptions {
  /** What the form starts from. */
  document: JobDocument;
  /** A draft of it that was kept. */
  text: string | undefined;
  rules: JobRules;
  keeper: DraftKeeper;
  onSubmit: SubmitJobs;
}

/** The one document behind fields and JSON: its text. Fields show parts of it and write them back, so nothing of it is lost. */
export function useJobForm({ document, text: kept, rules, keeper, onSubmit }: JobFormOptions) {
  const [text, setText] = useState(() => kept ?? writeJson(document));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempts, setAttempts] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const afterPress = useAfterPress();
  const [pending, setPending] = useState(false);
  const read = useMemo(() => readJson(text), [text]);
  const job = read.ok ? read.document : undefined;
  const problems = useMemo(() => (job ? jobProblems(job, rules) : []), [job, rules]);
  const put = (next: string): void => {
    setText(next);
    keeper.keep(next);
    setRefusal(undefined);
  };
  const shown = (path: string, fits: (problem: PathProblem) => boolean): string | undefined =>
    attempts > 0 || touched.has(path) ? problems.find(fits)?.message : undefined;
  const fields: Omit<JobFields, 'job' | 'others' | 'nameLocked' | 'submitEach'> = {
    change: (changes) => job && put(textOf(withKeys(job, changes), text)),
    errorAt: (path) => shown(path, (each) => each.path === path || isBelow(each.path, path)),
    ownErrorAt: (path) => shown(path, (each) => each.path === path),
    touch: (path) => void afterPress().then(() => setTouched((old) => (old.has(path) ? old : new Set([...old, path])))),
  };
  /** Whether the job may go on; if not, the next look shows why. */
  const judge = (): JobDocument | undefined => {
    if (job && problems.length === 0) return job;
    setAttempts(attempts + 1);
    return undefined;
  };
  const send = async (jobs: readonly JobDocument[]): Promise<void> => {
    if (pending) return;
    setPending(true);
    const refused = await onSubmit(jobs);
    if (refused === undefined) keeper.forget();
    setPending(false);
    setRefusal(refused);
  };
  const submit = (): void => {
    const sent = judge();
    if (sent) void send([{ ...sent, name: nameOf(sent) }]);
  };
  const submitEach = (schedules: readonly string[]): void => {
    const sent = judge();
    if (!sent) return;
    const jobs = schedules.map((schedule, index) => ({ ...sent, name: `${nameOf(sent)}-${index + 1}`, schedule }));
    const [problem] = jobs.flatMap((each) => jobProblems(each, rules));
    if (problem) setRefusal(problem.message);
    else void send(jobs);
  };
  const changed = job === undefined || writeJson(job) !== writeJson(document);
  return { text, setText: put, job, problems, attempts, refusal, pending, fields, judge, submit, submitEach, changed };
}

const isBelow = (path: string, parent: string): boolean => path.startsWith(parent) && /^[/(]/.test(path.slice(parent.length));
