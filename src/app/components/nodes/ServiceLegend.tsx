import { useNodesWords } from '../../i18n/nodes-words.ts';
import { classNames } from '../../util/class-names.ts';
import { serviceColor } from './service-color.ts';

export interface ServiceLegendProps {
  services: readonly [name: string, nodes: number][];
  chosen: string;
  onChoose: (name: string) => void;
}

/** Which colour is which service; choosing one shows the nodes that it is on. */
export function ServiceLegend({ services, chosen, onChoose }: ServiceLegendProps) {
  const words = useNodesWords();
  if (services.length === 0) return undefined;
  return (
    <section aria-label={words.legend} className="shrink-0 lg:w-48">
      <h2 className="pb-1 text-xs font-medium text-muted">{words.legend}</h2>
      <ul className="flex flex-wrap gap-1 lg:flex-col">
        {services.map(([name, nodes]) => (
          <li key={name} className="min-w-0">
            <button
              type="button"
              aria-pressed={name === chosen}
              className={classNames(
                'flex max-w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover',
                name === chosen && 'bg-accent-soft',
              )}
              onClick={() => onChoose(name === chosen ? '' : name)}
            >
              <span aria-hidden className="size-3 shrink-0 rounded-full" style={{ background: serviceColor(name) }} />
              <span className="truncate">{name}</span>
              <span className="text-xs text-muted">{nodes}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
