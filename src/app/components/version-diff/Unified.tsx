import { useMemo } from 'react';
import { Block, LineCells } from './DiffCells.tsx';
import type { DiffLine } from './diff-lines.ts';
import { inBlocks } from './diff-rows.ts';
import type { DiffViewProps } from './SideBySide.tsx';

export function Unified({ lines, beforeLabel, afterLabel }: DiffViewProps) {
  const blocks = useMemo(() => inBlocks(lines, ({ kind }) => kind === 'same'), [lines]);
  return (
    <table className="w-full table-fixed border border-line font-mono text-xs leading-5">
      <caption className="pb-1.5 text-left font-sans text-xs font-medium">{`− ${beforeLabel}  + ${afterLabel}`}</caption>
      <colgroup>
        <col className="w-10" />
        <col />
      </colgroup>
      {blocks.map((block) => (
        <Block key={block.start} block={block} columns={2} row={unifiedRow} />
      ))}
    </table>
  );
}

const unifiedRow = (line: DiffLine, index: number) => (
  <tr key={index}>
    <LineCells line={line} number={'after' in line ? line.after : line.before} />
  </tr>
);
