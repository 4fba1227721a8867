import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { LogLine } from './log-line.ts';
import type { TextRange } from './log-pattern.ts';
import { LogLineRow } from './LogLineRow.tsx';
import { keyAt, type MergedLine } from './merged-line.ts';
import { useKeepInView } from './use-keep-in-view.ts';
import { useLineCursor } from './use-line-cursor.ts';
import { useLogScrolling } from './use-log-scrolling.ts';

export interface LogLinesProps {
  lines: readonly MergedLine[];
  label: string;
  /** Names of the files, where several are shown together. */
  names: readonly string[] | undefined;
  following: boolean;
  wrap: boolean;
  times: boolean;
  /** What of a line is to be marked. */
  marksOf: (line: LogLine) => readonly TextRange[];
  /** The line that the URL leads to, by its address. */
  at: number | undefined;
  /** The line that a search is at, by its place in the list; brought into view whenever `steps` counts on. */
  found: number | undefined;
  steps: number;
  divider: { before: number; text: string } | undefined;
  hrefOf: (entry: MergedLine) => string;
  onLink: (entry: MergedLine) => void;
  /** The reader turns to what is above: new lines must not take it away. */
  onPause: () => void;
  /** The reader comes near one end of what is shown. */
  onMore: (where: 'before' | 'after') => void;
}

const LINE_HEIGHT = 20;

/** What scrolls has to be reachable by keyboard, though it is no control. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

/** The lines of a log; only those near the window are in the page. */
export function LogLines(props: LogLinesProps) {
  const { lines, label, names, following, wrap, times, marksOf, at, found, divider, hrefOf, onLink } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => keyAt(lines, index),
    overscan: 30,
    // lines that come above what is read must not move it
    anchorTo: 'end',
    followOnAppend: following,
  });
  const cursor = useLineCursor({ lines, scroller, virtualizer, onLink });
  useKeepInView(props, virtualizer);
  useLogScrolling(props, scroller);
  return (
    <div
      ref={scroller}
      role="log"
      aria-label={label}
      // Reading every new line aloud would be unbearable; the content is there to be read.
      aria-live="off"
      {...KEYBOARD_SCROLLABLE}
      className="min-h-0 flex-1 overflow-auto rounded-md border border-line bg-sunken font-mono text-xs leading-5"
    >
      <div className="relative min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const entry = lines[item.index];
          if (entry === undefined) return undefined;
          const current = item.index === found || item.key === cursor;
          return (
            <LogLineRow
              key={item.key}
              entry={entry}
              index={item.index}
              tag={names?.[entry.source]}
              wrap={wrap}
              times={times}
              marks={marksOf(entry.line)}
              emphasis={current ? 'current' : entry.line.offset === at && names === undefined ? 'marked' : undefined}
              href={hrefOf(entry)}
              onLink={(event) => {
                event.preventDefault();
                onLink(entry);
              }}
              divider={divider?.before === item.index ? divider.text : undefined}
              measure={virtualizer.measureElement}
              top={item.start}
            />
          );
        })}
      </div>
    </div>
  );
}
