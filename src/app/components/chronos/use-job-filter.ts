import { useSearchText } from '../../util/use-search-text.ts';
import { type CounterName, JOB_KINDS, type JobFilter } from './job-rows.ts';

const COUNTERS: readonly CounterName[] = ['success', 'failure', 'fresh', 'running', 'queued', 'idle'];

/** What was chosen above the list, in the URL: `?is=failure&kind=scheduled`. */
export function useJobFilter() {
  const [is, setIs] = useSearchText('is');
  const [kindText, setKind] = useSearchText('kind');
  const counter = COUNTERS.find((each) => each === is);
  const kind = JOB_KINDS.find((each) => each === kindText) ?? 'all';
  const filter: JobFilter = { counter, kind };
  return {
    filter,
    setCounter: (next: CounterName | undefined) => setIs(next ?? ''),
    setKind: (next: string) => setKind(next === 'all' ? '' : next),
  };
}
