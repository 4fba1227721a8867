import { useMemo } from 'react';
import { Block, LineCells } from './DiffCells.tsx';
import type { DiffLine } from './diff-lines.ts';
import { type DiffRow, inBlocks, sideBySide } from './diff-rows.ts';

export interface DiffViewProps {
  lines: readonly DiffLine[];
  beforeLabel: string;
  afterLabel: string;
}

export function SideBySide({ lines, beforeLabel, afterLabel }: DiffViewProps) {
  const blocks = useMemo(() => inBlocks(sideBySide(lines), ({ left, right }) => left?.kind === 'same' && right?.kind === 'same'), [lines]);
  return (
    <table className="w-full table-fixed border border-line font-mono text-xs leading-5">
      <colgroup>
        <col className="w-10" />
        <col />
        <col className="w-10" />
        <col />
      </colgroup>
      <thead>
        <tr className="border-b border-line text-left font-sans">
          {[beforeLabel, afterLabel].map((label) => (
            <th key={label} colSpan={2} scope="colgroup" className="px-2 py-1.5 font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {blocks.map((block) => (
        <Block key={block.start} block={block} columns={4} row={sideBySideRow} />
      ))}
    </table>
  );
}

const sideBySideRow = ({ left, right }: DiffRow, index: number) => (
  <tr key={index}>
    <LineCells line={left} number={left && 'before' in left ? left.before : undefined} />
    <LineCells line={right} number={right && 'after' in right ? right.after : undefined} />
  </tr>
);
