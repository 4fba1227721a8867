import { useMemo, useState } from 'react';
import { withKeys } from '../json/document-parts.ts';
import { readJson, textOf, writeJson } from '../json/json-text.ts';
import { type JobDocument, nameOf } from './job-document.ts';
import type { JobFields } from './job-form-context.ts';
import { type JobRules, jobProblems } from './job-problems.ts';

/** Sends the job. Resolves to undefined when it was taken, else to what was said against it. */
export type SubmitJob = (job: JobDocument) => Promise<string | undefined>;

/** The one document behind fields and JSON: its text. Fields show parts of it and write them back, so nothing of it is lost. */
export function useJobForm(document: JobDocument, rules: JobRules, onSubmit: SubmitJob) {
  const [text, setText] = useState(() => writeJson(document));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempts, setAttempts] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [pending, setPending] = useState(false);
  const read = useMemo(() => readJson(text), [text]);
  const job = read.ok ? read.document : undefined;
  const problems = useMemo(() => (job ? jobProblems(job, rules) : []), [job, rules]);
  const put = (next: string): void => {
    setText(next);
    setRefusal(undefined);
  };
  const fields: Omit<JobFields, 'job' | 'others' | 'nameLocked'> = {
    change: (changes) => job && put(textOf(withKeys(job, changes), text)),
    errorAt: (path) =>
      attempts > 0 || touched.has(path) ? problems.find((each) => each.path === path || isBelow(each.path, path))?.message : undefined,
    touch: (path) => setTouched((old) => (old.has(path) ? old : new Set([...old, path]))),
  };
  /** Whether the job may go on; if not, the next look shows why. */
  const judge = (): JobDocument | undefined => {
    if (job && problems.length === 0) return job;
    setAttempts(attempts + 1);
    return undefined;
  };
  const submit = async (): Promise<void> => {
    const sent = judge();
    if (!sent || pending) return;
    setPending(true);
    const refused = await onSubmit({ ...sent, name: nameOf(sent) });
    setPending(false);
    setRefusal(refused);
  };
  const changed = job === undefined || writeJson(job) !== writeJson(document);
  return { text, setText: put, job, problems, attempts, refusal, pending, fields, judge, submit, changed };
}

const isBelow = (path: string, parent: string): boolean => path.startsWith(parent) && /^[/(]/.test(path.slice(parent.length));
