import { createContext, useContext } from 'react';
import type { JsonObject } from '../json/json-kind.ts';
import type { JobDocument } from './job-document.ts';

/** What the fields of the form need: each shows a part of the one document and writes it back. */
export interface JobFields {
  job: JobDocument;
  /** Sets keys of the document; undefined takes a key out. */
  change: (changes: JsonObject) => void;
  /** What is wrong at a path like `/container/image`, or below it; once it was touched or the job was to be sent. */
  errorAt: (path: string) => string | undefined;
  /** The same without what lies below: for a list whose rows show their own. */
  ownErrorAt: (path: string) => string | undefined;
  touch: (path: string) => void;
  /** Names of the other jobs, in order. */
  others: readonly string[];
  nameLocked: boolean;
  /** Sends the job once with each of the schedules; not for an edit. */
  submitEach: ((schedules: readonly string[]) => void) | undefined;
}

export const JobFieldsContext = createContext<JobFields | undefined>(undefined);

export function useJobFields(): JobFields {
  const fields = useContext(JobFieldsContext);
  if (!fields) throw new Error('A field of a job stands outside of its form.');
  return fields;
}
