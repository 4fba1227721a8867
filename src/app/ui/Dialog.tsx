import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { classNames } from '../util/class-names.ts';
import { FOCUSABLE_TEXT } from './focusable-text.ts';

const WIDTHS = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl', xl: 'sm:max-w-5xl' };

export interface DialogProps {
  title: string;
  /** Escape, the close button and a click beside the dialog. The dialog stays until its parent removes it, so this may ask first. */
  onClose: () => void;
  footer?: ReactNode;
  width?: keyof typeof WIDTHS;
  /** Beside the title: a mode switch, a badge. */
  headerExtra?: ReactNode;
  /** A body without padding, for one that has columns of its own. */
  flush?: boolean;
  /** A body of text alone: it can be focused, or the keyboard could not scroll it. */
  text?: boolean;
  children: ReactNode;
}

/** A modal dialog, open while mounted: dialogs are routes, so mounting is the router's. Full screen on a phone. */
export function Dialog({ title, onClose, footer, width = 'md', headerExtra, flush, text, children }: DialogProps) {
  const { common } = useMessages();
  const body = useRef<HTMLDivElement>(null);
  // One comes to fill something in; without a field the first button has the focus. On a touch screen a field would open the keyboard.
  const firstField = (opened: string) =>
    opened === 'touch' ? true : (body.current?.querySelector<HTMLElement>('input, select, textarea') ?? true);
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/55 transition-opacity data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-50 flex sm:items-start sm:justify-center sm:p-6 sm:pt-[6vh]">
          <Base.Popup
            initialFocus={firstField}
            className={classNames(
              'flex max-h-full w-full flex-col overflow-hidden bg-surface text-text shadow-pop outline-hidden transition-[opacity,translate]',
              'data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:max-h-[86vh] sm:rounded-xl sm:border sm:border-line',
              WIDTHS[width],
            )}
          >
            <header className="flex items-center gap-3 border-b border-line py-2.5 pr-3 pl-5">
              <Base.Title className="mr-auto text-base font-semibold">{title}</Base.Title>
              {headerExtra}
              <Base.Close
                aria-label={common.close}
                className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
              >
                <X aria-hidden size={18} />
              </Base.Close>
            </header>
            <div ref={body} {...(text && FOCUSABLE_TEXT)} className={classNames('min-h-0 flex-1 overflow-y-auto', !flush && 'px-5 py-4')}>
              {children}
            </div>
            {footer !== undefined && (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-5 py-3">{footer}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
