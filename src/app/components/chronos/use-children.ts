import { useQuery } from '@tanstack/react-query';
import { summaryQuery } from '../../live/chronos-queries.ts';

/** The names of the jobs that run after this one. */
export function useChildren(name: string): string[] {
  const summaries = useQuery(summaryQuery).data ?? [];
  return summaries.filter(({ parents }) => parents.includes(name)).map((each) => each.name);
}
