import type { MouseEvent, Ref } from 'react';
import { useLogWords } from '../../i18n/log-words.ts';
import { classNames } from '../../util/class-names.ts';
import { formatCount, formatDateTime } from '../../util/format.ts';
import { styleOf } from './ansi-colors.ts';
import type { LineTime } from './line-time.ts';
import { markedPieces, type TextRange } from './log-pattern.ts';
import { logTag } from './log-tags.ts';
import type { MergedLine } from './merged-line.ts';
import { type ReadLine, readLine } from './read-line.ts';

export interface LogLineRowProps {
  entry: MergedLine;
  index: number;
  /** The name of the line's file, where several are shown together. */
  tag: string | undefined;
  wrap: boolean;
  /** Whether there is a column for the times. */
  times: boolean;
  /** What of its text fits what is looked for. */
  marks: readonly TextRange[];
  /** `marked`: the URL leads to it; `current`: a search or the keyboard is at it. */
  emphasis: 'marked' | 'current' | undefined;
  /** Where the link to this line leads. */
  href: string;
  onLink: (event: MouseEvent) => void;
  /** Said above the line. */
  divider: string | undefined;
  /** Tells the list how high the row is. */
  measure: Ref<HTMLDivElement>;
  /** Where the row is, in pixels from the top of the list. */
  top: number;
}

/** One line of a log, with its link, file and time before it. */
export function LogLineRow({ entry, index, tag, wrap, times, marks, emphasis, href, onLink, divider, measure, top }: LogLineRowProps) {
  const words = useLogWords();
  const read = readLine(entry.line);
  return (
    <div
      ref={measure}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-current={emphasis !== undefined || undefined}
      className={classNames('absolute top-0 left-0 min-w-full', wrap ? 'w-full' : 'w-max')}
    >
      {divider !== undefined && (
        <p className="sticky left-0 my-1 max-w-2xl border-y border-line bg-surface px-3 py-1.5 font-sans text-xs whitespace-normal text-muted">
          {divider}
        </p>
      )}
      <div
        className={classNames(
          'group flex min-h-5 pr-3',
          emphasis === 'marked' && 'bg-accent-soft',
          emphasis === 'current' && 'bg-warn-soft',
          tag !== undefined && `border-l-3 ${logTag(entry.source).line}`,
        )}
      >
        <a
          href={href}
          tabIndex={-1}
          aria-label={words.linkTo(formatCount(entry.line.offset))}
          title={words.linkTo(formatCount(entry.line.offset))}
          className="w-5 shrink-0 text-center text-muted opacity-0 select-none group-hover:opacity-100 hover:text-accent"
          onClick={onLink}
        >
          #
        </a>
        {tag !== undefined && <span className={classNames('mr-2 w-24 shrink-0 truncate sm:w-36', logTag(entry.source).text)}>{tag}</span>}
        {times && <Time time={read.time} />}
        <span className={classNames('min-w-0 flex-1', wrap ? 'wrap-anywhere whitespace-pre-wrap' : 'whitespace-pre')}>
          <LineText read={read} marks={marks} />
        </span>
      </div>
    </div>
  );
}

function Time({ time }: { time: LineTime | undefined }) {
  const words = useLogWords();
  if (time === undefined) return <span className="mr-2 w-22 shrink-0" />;
  const date = new Date(time.at);
  return (
    <time
      dateTime={date.toISOString()}
      title={time.zoned ? formatDateTime(time.at) : `${formatDateTime(time.at)}. ${words.unzoned}`}
      className="mr-2 w-22 shrink-0 text-muted"
    >
      {clock(date)}
    </time>
  );
}

/** The reader's own time of day, to the millisecond. */
const clock = (date: Date): string =>
  `${[date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')}.${String(date.getMilliseconds()).padStart(3, '0')}`;

function LineText({ read, marks }: { read: ReadLine; marks: readonly TextRange[] }) {
  let at = 0;
  return read.spans.map((span) => {
    const from = at;
    at += span.text.length;
    const pieces =
      marks.length === 0
        ? span.text
        : markedPieces(span.text, from, marks).map(({ at, text, marked }) => (marked ? <Mark key={at}>{text}</Mark> : text));
    const style = styleOf(span.look);
    return style === undefined ? (
      pieces
    ) : (
      <span key={from} style={style}>
        {pieces}
      </span>
    );
  });
}

const Mark = ({ children }: { children: string }) => <mark className="rounded-xs bg-warn text-surface">{children}</mark>;
