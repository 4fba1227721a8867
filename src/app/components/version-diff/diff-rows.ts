import type { DiffLine } from './diff-lines.ts';

/** A row of the side-by-side view; a side without a counterpart is empty. */
export interface DiffRow {
  left: DiffLine | undefined;
  right: DiffLine | undefined;
}

export interface DiffBlock<Line> {
  kind: 'shown' | 'hidden';
  /** Where among all lines the block begins. */
  start: number;
  lines: Line[];
}

/** What was removed beside what came in its place. */
export function sideBySide(lines: readonly DiffLine[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  const flush = (): void => {
    rows.push(...removed.map((left): DiffRow => ({ left, right: undefined })));
    removed = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') removed.push(line);
    else if (line.kind === 'added') rows.push({ left: removed.shift(), right: line });
    else {
      flush();
      rows.push({ left: line, right: line });
    }
  }
  flush();
  return rows;
}

/** Lines that stay the same are hidden, but for `context` of them around each change. A hidden block is worth its row from three lines on. */
export function inBlocks<Line>(lines: readonly Line[], isSame: (line: Line) => boolean, context = 3): DiffBlock<Line>[] {
  const near = new Uint8Array(lines.length);
  for (const [at, line] of lines.entries()) if (!isSame(line)) near.fill(1, Math.max(0, at - context), at + context + 1);
  const blocks: DiffBlock<Line>[] = [];
  for (const [at, line] of lines.entries()) {
    const kind = near[at] === 1 ? 'shown' : 'hidden';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else blocks.push({ kind, start: at, lines: [line] });
  }
  return blocks.map((block) => (block.lines.length < 3 ? { ...block, kind: 'shown' } : block));
}
