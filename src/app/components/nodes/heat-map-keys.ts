/** Where a cell is on the screen. */
interface Placed {
  offsetTop: number;
  offsetLeft: number;
}

/** The cell that an arrow key, Home or End leads to in rows that wrap; undefined when it leads nowhere, or the key is another. */
export function cellAfterKey(key: string, at: number, cells: readonly Placed[]): number | undefined {
  const here = cells[at];
  if (!here) return undefined;
  const other = (index: number): number | undefined => (index !== at && cells[index] ? index : undefined);
  switch (key) {
    case 'ArrowRight':
      return other(at + 1);
    case 'ArrowLeft':
      return other(at - 1);
    case 'Home':
      return other(0);
    case 'End':
      return other(cells.length - 1);
    case 'ArrowDown':
      return inNextRow(here, cells, (top) => top > here.offsetTop);
    case 'ArrowUp':
      return inNextRow(here, cells, (top) => top < here.offsetTop);
    default:
      return undefined;
  }
}

/** The nearest row on that side has the cell whose place is the nearest. */
function inNextRow(here: Placed, cells: readonly Placed[], isBeyond: (top: number) => boolean): number | undefined {
  let best: number | undefined;
  let nearest = Infinity;
  for (const [index, cell] of cells.entries()) {
    if (!isBeyond(cell.offsetTop)) continue;
    // a row further is further than any place in the next one
    const distance = Math.abs(cell.offsetTop - here.offsetTop) * 10_000 + Math.abs(cell.offsetLeft - here.offsetLeft);
    if (distance >= nearest) continue;
    nearest = distance;
    best = index;
  }
  return best;
}
