import { type ReactNode, useContext, useEffect, useLayoutEffect } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { FOCUSABLE_TEXT } from '../ui/focusable-text.ts';
import { classNames } from '../util/class-names.ts';
import { ScrollParentContext } from '../util/scroll-parent.ts';
import { type Crumb, Crumbs } from './Crumbs.tsx';

export type { Crumb };

export interface PageProps {
  /** The page's heading and the window's title. */
  title: string;
  /** Shown in place of the words of the title, which stay the window's title. */
  heading?: ReactNode;
  /** The way here, without the page itself. */
  crumbs?: Crumb[];
  /** The page's main actions, at the right of the heading. */
  actions?: ReactNode;
  /** Below the heading: a status line, tabs. */
  below?: ReactNode;
  /** Keeps the heading for screen readers only. */
  hideHeader?: boolean;
  /** A page of text alone. */
  text?: boolean;
  children: ReactNode;
}

/** The frame of every page: where one is, what one can do here, and the content. */
export function Page({ title, heading, crumbs, actions, below, hideHeader, text, children }: PageProps) {
  const { shell } = useMessages();
  useEffect(() => {
    document.title = `${title} · ${shell.productName}`;
  }, [title, shell.productName]);
  const scrollParent = useContext(ScrollParentContext);
  // A new page starts at its top; a dialog over it is no new page and leaves it where it was.
  useLayoutEffect(() => {
    scrollParent?.current?.scrollTo(0, 0);
  }, [scrollParent]);
  return (
    <div {...(text && FOCUSABLE_TEXT)} className="flex min-h-full flex-col gap-4 px-4 py-4 sm:px-6 sm:py-5">
      <header className={classNames('flex flex-col gap-3', hideHeader && 'sr-only')}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="mr-auto flex min-w-0 flex-wrap items-center gap-1.5">
            {crumbs && <Crumbs crumbs={crumbs} />}
            <h1 className="min-w-0 text-lg font-semibold wrap-anywhere">{heading ?? title}</h1>
          </div>
          {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {below}
      </header>
      {children}
    </div>
  );
}
