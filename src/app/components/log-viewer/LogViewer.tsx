import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { classNames } from '../../util/class-names.ts';
import { formatBytes } from '../../util/format.ts';
import type { LogBuffer } from './log-buffer.ts';
import { useLogTail } from './use-log-tail.ts';

export interface LogViewerProps {
  agentId: string;
  /** The file on the agent; its last part is its name. */
  path: string;
  following: boolean;
  /** Called when the reader scrolls away from the end (false) or back to it (true). */
  onFollow: (following: boolean) => void;
  wrap: boolean;
}

/** A growing text file of a sandbox. While it is followed its end stays in view. */
export function LogViewer({ agentId, path, following, onFollow, wrap }: LogViewerProps) {
  const { log } = useMessages().marathon;
  const { buffer, loaded, error } = useLogTail(agentId, path, following);
  const file = path.slice(path.lastIndexOf('/') + 1);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      {error !== undefined && (
        <Banner tone="warn" title={log.failed}>
          {error.message}
        </Banner>
      )}
      {!loaded && error === undefined && <Skeleton className="h-40 w-full" />}
      {loaded && buffer.end === 0 && <p className="py-6 text-center text-muted">{log.empty(file)}</p>}
      {buffer.start > 0 && <p className="text-xs text-muted">{log.earlier(formatBytes(buffer.start))}</p>}
      {buffer.end > 0 && <Lines buffer={buffer} label={log.content(file)} following={following} onFollow={onFollow} wrap={wrap} />}
    </div>
  );
}

const LINE_HEIGHT = 20;
/** Nearer than this to the end counts as at the end: a fraction of a line is easily left over. */
const AT_END_PIXELS = LINE_HEIGHT * 2;

/** What scrolls has to be reachable by keyboard, though it is no control. */
const KEYBOARD_SCROLLABLE = { tabIndex: 0 };

interface LinesProps {
  buffer: LogBuffer;
  label: string;
  following: boolean;
  onFollow: (following: boolean) => void;
  wrap: boolean;
}

function Lines({ buffer, label, following, onFollow, wrap }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // The empty line after the last newline is no line to see.
  const count = buffer.lines.at(-1) === '' ? buffer.lines.length - 1 : buffer.lines.length;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => buffer.firstLine + index,
    overscan: 30,
  });
  useEffect(() => {
    if (following && count > 0) virtualizer.scrollToIndex(count - 1, { align: 'end' });
  }, [following, count, buffer.end, wrap, virtualizer]);
  const onWheel = () => {
    const box = scroller.current;
    if (box === null) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PIXELS;
    if (!atEnd && following) onFollow(false);
  };
  return (
    <div
      ref={scroller}
      role="log"
      aria-label={label}
      // Reading every new line aloud would be unbearable; the content is there to be read.
      aria-live="off"
      {...KEYBOARD_SCROLLABLE}
      className="min-h-0 flex-1 overflow-auto rounded-md border border-line bg-sunken font-mono text-xs leading-5"
      onWheel={onWheel}
      onTouchMove={onWheel}
    >
      <div className="relative min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classNames(
              'absolute top-0 left-0 min-h-5 min-w-full px-3',
              wrap ? 'w-full wrap-anywhere whitespace-pre-wrap' : 'w-max whitespace-pre',
            )}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {buffer.lines[item.index]}
          </div>
        ))}
      </div>
    </div>
  );
}
