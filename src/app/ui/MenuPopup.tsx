import { Menu as Base } from '@base-ui/react/menu';
import { useOffReason } from '../util/actions-off.ts';
import { classNames } from '../util/class-names.ts';
import type { MenuProps } from './Menu.tsx';

/** The menu itself, opened by the click that asked for its code. */
export function MenuPopup({ trigger, items, align = 'end', acts = false }: MenuProps) {
  const off = useOffReason(undefined, acts);
  return (
    <Base.Root modal={false} defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} className="z-60 outline-hidden">
          <Base.Popup className="min-w-44 rounded-lg border border-line bg-raised p-1 text-text shadow-pop outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {items.map(({ disabledReason = off, ...item }) => (
              <Base.Item
                key={item.label}
                disabled={disabledReason !== undefined}
                onClick={item.onSelect}
                aria-current={item.checked || undefined}
                className={classNames(
                  'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-hidden select-none data-disabled:cursor-not-allowed data-disabled:text-muted data-highlighted:bg-hover',
                  item.danger && 'text-danger',
                  item.checked && 'font-semibold text-accent',
                )}
              >
                {item.icon}
                <span>
                  {item.label}
                  {disabledReason !== undefined && <span className="block text-xs text-muted">{disabledReason}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
