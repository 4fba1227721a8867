import { LayoutGrid, List } from 'lucide-react';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { Select } from '../../ui/Select.tsx';
import { classNames } from '../../util/class-names.ts';
import { RESOURCES, type useNodeView } from './use-node-view.ts';

export interface NodeViewBarProps {
  view: ReturnType<typeof useNodeView>;
  services: readonly [name: string, nodes: number][];
  /** 3dt tells how the nodes are. */
  hasHealth: boolean;
}

const VIEWS = [
  { value: '', key: 'list', Icon: List },
  { value: 'grid', key: 'grid', Icon: LayoutGrid },
] as const;

/** By service, by health, and list or grid. */
export function NodeViewBar({ view, services, hasHealth }: NodeViewBarProps) {
  const words = useNodesWords();
  const { service, health, resource, isGrid, set } = view;
  // a service that has just left stays chosen
  const shown = service === '' || services.some(([name]) => name === service) ? services : [...services, [service, 0] as const];
  return (
    <>
      <span className="w-44">
        <Select
          aria-label={words.service}
          value={service}
          onChange={({ target }) => set('service', target.value)}
          options={[
            { value: '', label: words.allServices(services.length) },
            ...shown.map(([name, nodes]) => ({ value: name, label: words.serviceCount(name, nodes) })),
          ]}
        />
      </span>
      {hasHealth && (
        <span className="w-36">
          <Select
            aria-label={words.health}
            value={health}
            onChange={({ target }) => set('health', target.value)}
            options={[
              { value: '', label: words.anyHealth },
              { value: 'healthy', label: words.healthy },
              { value: 'unhealthy', label: words.unhealthy },
            ]}
          />
        </span>
      )}
      <span className="ml-auto flex items-center gap-3">
        {isGrid && (
          <span className="w-28">
            <Select
              aria-label={words.resource}
              value={resource}
              onChange={({ target }) => set('resource', target.value === 'cpus' ? '' : target.value)}
              options={RESOURCES.map((value) => ({ value, label: words.resources[value] }))}
            />
          </span>
        )}
        <fieldset aria-label={words.views.label} className="flex rounded-md border border-line-strong/60">
          {VIEWS.map(({ value, key, Icon }) => (
            <button
              key={key}
              type="button"
              aria-pressed={isGrid === (value === 'grid')}
              aria-label={words.views[key]}
              title={words.views[key]}
              className={classNames(
                'flex size-9 items-center justify-center first:rounded-l-md last:rounded-r-md',
                isGrid === (value === 'grid') ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-hover',
              )}
              onClick={() => set('view', value)}
            >
              <Icon aria-hidden size={17} />
            </button>
          ))}
        </fieldset>
      </span>
    </>
  );
}
