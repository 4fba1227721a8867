import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Side, tooltipPlace } from './tooltip-place.ts';

const DELAY_MS = 250;

/**
 * A hint on hover and keyboard focus; Escape hides it, and the pointer may move onto it. Its one child must be focusable or say the
 * same in its accessible name. Our own, since Base UI's would be a fifth of the first page's code for this alone.
 */
export function Tooltip({ content, children, side = 'top' }: { content: ReactNode; children: ReactNode; side?: Side }) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  const showSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), DELAY_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span
      ref={around}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && showSoon()}
      onPointerLeave={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && setOpen(true)}
      onBlur={hide}
      onPointerDown={hide}
    >
      {children}
      {open && (
        <Tip id={id} anchor={() => around.current?.firstElementChild} side={side} onHide={hide}>
          {content}
        </Tip>
      )}
    </span>
  );
}

interface TipProps {
  id: string;
  anchor: () => Element | null | undefined;
  side: Side;
  onHide: () => void;
  children: ReactNode;
}

/** In the browser's top layer, so that neither dialogs nor scrolling boxes cut it off. */
function Tip({ id, anchor, side, onHide, children }: TipProps) {
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = tip.current;
    const box = anchor()?.getBoundingClientRect();
    if (!element || !box) return;
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const { left, top } = tooltipPlace(box, size, side, { width: innerWidth, height: innerHeight });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });
  useEffect(() => describe(anchor(), tip.current), [anchor]);
  useEffect(() => {
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onHide();
    addEventListener('keydown', hideOnEscape, true);
    addEventListener('scroll', onHide, true);
    return () => {
      removeEventListener('keydown', hideOnEscape, true);
      removeEventListener('scroll', onHide, true);
    };
  }, [onHide]);
  return (
    <span
      ref={tip}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 max-w-80 rounded-md border border-line bg-raised px-2.5 py-1.5 text-left text-xs font-normal text-text shadow-pop"
    >
      {children}
    </span>
  );
}

/** Lets screen readers read the hint, unless they already read the same as the name, or another description. Gives back the way to undo it. */
function describe(anchor: Element | null | undefined, tip: Element | null): (() => void) | undefined {
  if (!anchor || !tip || anchor.hasAttribute('aria-describedby') || anchor.getAttribute('aria-label') === tip.textContent) return undefined;
  anchor.setAttribute('aria-describedby', tip.id);
  return () => anchor.removeAttribute('aria-describedby');
}
