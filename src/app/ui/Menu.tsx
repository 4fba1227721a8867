import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { lazyPart } from '../util/load-again.ts';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  onSelect: () => void;
  danger?: boolean;
  /** Why it cannot be chosen now; shown under the label. */
  disabledReason?: string | undefined;
  /** Set for a choice among others: the chosen one is marked. */
  checked?: boolean;
}

export interface MenuProps {
  /** A button element, often an IconButton with tooltip={false}. */
  trigger: ReactElement<TriggerProps>;
  items: MenuItem[];
  align?: 'start' | 'end';
  /** Its items change something in the cluster: they are off when nothing may be changed. */
  acts?: boolean;
}

interface TriggerProps {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

const load = () => import('./MenuPopup.tsx');
const MenuPopup = lazyPart(async () => ({ default: (await load()).MenuPopup }));

/** A button that opens a list of actions. The list's code comes when the button is first pointed at or focused. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = cloneElement(props.trigger, {
    onClick: () => setWanted(true),
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MenuPopup {...props} />
    </Suspense>
  );
}
