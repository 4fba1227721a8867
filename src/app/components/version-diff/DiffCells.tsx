import { useState } from 'react';
import { useVersionDiffWords } from '../../i18n/version-diff-words.ts';
import { classNames } from '../../util/class-names.ts';
import type { DiffLine } from './diff-lines.ts';
import type { DiffBlock } from './diff-rows.ts';

const LOOK = { same: '', removed: 'bg-danger-soft', added: 'bg-ok-soft' } as const;
const SIGN = { same: '', removed: '−', added: '+' } as const;

/** Number and text of a line; both cells stay empty for a side without a counterpart. */
export function LineCells({ line, number }: { line: DiffLine | undefined; number: number | undefined }) {
  const words = useVersionDiffWords();
  const kind = line?.kind ?? 'same';
  return (
    <>
      <td className={classNames('w-0 px-2 text-right align-top text-muted select-none', LOOK[kind], line === undefined && 'bg-sunken')}>
        {number}
      </td>
      <td className={classNames('pr-2 align-top wrap-anywhere whitespace-pre-wrap', LOOK[kind], line === undefined && 'bg-sunken')}>
        {line !== undefined && (
          <>
            <span aria-hidden className="inline-block w-4 text-muted select-none">
              {SIGN[kind]}
            </span>
            {kind !== 'same' && <span className="sr-only">{`${words[kind]}: `}</span>}
            {line.text}
          </>
        )}
      </td>
    </>
  );
}

export interface BlockProps<Line> {
  block: DiffBlock<Line>;
  columns: number;
  row: (line: Line, index: number) => React.ReactNode;
}

/** Lines of a block, those that are hidden on demand. */
export function Block<Line>({ block, columns, row }: BlockProps<Line>) {
  const words = useVersionDiffWords();
  const [open, setOpen] = useState(block.kind === 'shown');
  if (open) return <tbody>{block.lines.map(row)}</tbody>;
  return (
    <tbody>
      <tr>
        <td colSpan={columns} className="bg-sunken p-0">
          <button type="button" className="w-full px-2 py-0.5 text-left text-muted hover:text-text" onClick={() => setOpen(true)}>
            {words.hidden(block.lines.length)}
          </button>
        </td>
      </tr>
    </tbody>
  );
}
