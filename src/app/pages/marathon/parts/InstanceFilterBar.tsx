import type { FilterFields } from '../../../filters/filter-fields.ts';
import { FilterInput } from '../../../filters/FilterInput.tsx';
import type { TableFilter } from '../../../filters/use-table-filter.ts';
import { useInstanceWords } from '../../../i18n/instance-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { INSTANCE_HEALTHS, type InstanceFilter, instanceOptions, isFiltered } from '../rules/instance-filter.ts';
import type { Machines } from '../rules/machines.ts';
import type { InstanceFilterState } from './use-instance-filter.ts';

interface Choice {
  key: keyof InstanceFilter;
  label: string;
  all: string;
  options: { value: string; label: string }[];
}

export interface InstanceFilterBarProps extends InstanceFilterState {
  app: AppDetail;
  machines: Machines;
  shown: number;
  text: TableFilter<Task>;
  fields: FilterFields<Task>;
}

/** Narrows the instances down: by words, and by what there is to choose from. */
export function InstanceFilterBar({ app, machines, shown, text, fields, filter, set, clear }: InstanceFilterBarProps) {
  const { filter: words } = useInstanceWords();
  return (
    <search aria-label={words.label} className="flex flex-wrap items-start gap-2">
      <FilterInput label={words.search} filter={text} fields={fields} rows={app.tasks} className="min-w-48 flex-1 basis-64 sm:max-w-96" />
      <TextInput
        aria-label={words.port}
        placeholder={words.port}
        inputMode="numeric"
        className="w-20!"
        value={filter.port}
        onChange={(event) => set('port', event.target.value)}
      />
      {useChoices(app, machines).map(
        ({ key, label, all, options }) =>
          (options.length > 1 || filter[key] !== '') && (
            <Select
              key={key}
              aria-label={label}
              className="w-auto! max-w-52"
              value={filter[key]}
              options={[{ value: '', label: all }, ...options]}
              onChange={(event) => set(key, event.target.value)}
            />
          ),
      )}
      {isFiltered(filter) && (
        <>
          <span className="leading-9 text-muted">{words.shown(shown, app.tasks.length)}</span>
          <Button size="sm" variant="ghost" onClick={clear}>
            {words.clear}
          </Button>
        </>
      )}
    </search>
  );
}

function useChoices(app: AppDetail, machines: Machines): Choice[] {
  const { filter: words, states: stateWords } = useInstanceWords();
  const { health } = useMessages().marathon;
  const { hosts, states, versions } = instanceOptions(app.tasks, machines);
  const dated = (version: string) => formatDateTime(Date.parse(version));
  return [
    {
      key: 'state',
      label: words.state,
      all: words.allStates,
      options: states.map((value) => ({ value, label: stateWords[value] ?? value })),
    },
    {
      key: 'health',
      label: words.health,
      all: words.allHealths,
      options: app.healthChecks.length === 0 ? [] : INSTANCE_HEALTHS.map((value) => ({ value, label: health[value] })),
    },
    { key: 'host', label: words.host, all: words.allHosts, options: hosts.map((value) => ({ value, label: value })) },
    {
      key: 'version',
      label: words.version,
      all: words.allVersions,
      options: versions.map((value) => ({ value, label: value === app.version ? words.currentVersion(dated(value)) : dated(value) })),
    },
  ];
}
