import { useFilterWords } from '../../../i18n/app-filter-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { reaches, useBreakpoint } from '../../../util/use-breakpoint.ts';
import { type AppFilter, chosenCount, type FilterCounts, HEALTHS } from '../rules/app-filter.ts';
import { APP_STATUSES, type AppStatus } from '../rules/app-status.ts';
import { FilterBlock } from './FilterBlock.tsx';
import { LabelFilter } from './LabelFilter.tsx';

export interface FilterSidebarProps {
  filter: AppFilter;
  counts: FilterCounts;
  choose: (block: 'statuses' | 'healths' | 'labels', chosen: readonly string[]) => void;
  setVolumes: (wanted: boolean) => void;
}

/** Beside the list on a wide window; folded above it on a narrow one. */
export function FilterSidebar(props: FilterSidebarProps) {
  const words = useFilterWords();
  const wide = reaches(useBreakpoint(), 'xl');
  if (wide) {
    return (
      <div className="flex w-42 shrink-0 flex-col gap-6">
        <Blocks {...props} />
      </div>
    );
  }
  return (
    <details className="rounded-lg border border-line bg-surface px-3 py-2">
      <summary className="rounded-sm text-sm font-medium">{words.title(chosenCount(props.filter))}</summary>
      <div className="grid gap-5 py-3 sm:grid-cols-3">
        <Blocks {...props} />
      </div>
    </details>
  );
}

/** Statuses that Marathon's own sidebar lists always; the other two only when there is one. */
const ALWAYS: ReadonlySet<AppStatus> = new Set<AppStatus>(['running', 'deploying', 'suspended', 'delayed', 'waiting']);

function Blocks({ filter, counts, choose, setVolumes }: FilterSidebarProps) {
  const { marathon } = useMessages();
  const words = useFilterWords();
  const statuses = APP_STATUSES.filter((status) => ALWAYS.has(status) || counts.statuses.has(status) || filter.statuses.includes(status));
  return (
    <>
      <FilterBlock
        title={marathon.list.status}
        options={statuses.map((value) => ({ value, label: marathon.status.words[value], count: counts.statuses.get(value) ?? 0 }))}
        chosen={filter.statuses}
        onChange={(chosen) => choose('statuses', chosen)}
      />
      <FilterBlock
        title={marathon.list.health}
        options={HEALTHS.map((value) => ({ value, label: marathon.health[value], count: counts.healths.get(value) ?? 0 }))}
        chosen={filter.healths}
        onChange={(chosen) => choose('healths', chosen)}
      />
      <LabelFilter counts={counts.labels} chosen={filter.labels} onChange={(chosen) => choose('labels', chosen)} />
      <FilterBlock
        title={words.resources}
        options={[{ value: 'volumes', label: words.volumes, count: counts.volumes }]}
        chosen={filter.volumes ? ['volumes'] : []}
        onChange={(chosen) => setVolumes(chosen.length > 0)}
      />
    </>
  );
}
