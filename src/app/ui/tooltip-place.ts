export type Side = 'top' | 'right' | 'bottom' | 'left';

/** In pixels of the window. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

const GAP = 8;
/** Kept free at the edges of the window. */
const MARGIN = 8;
const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** Where a tip goes: on the wanted side, else on the other where that has the room, and never over the window's edge. */
export function tooltipPlace(anchor: Box, tip: Size, wanted: Side, view: Size): { left: number; top: number } {
  const side = fits(anchor, tip, wanted, view) || !fits(anchor, tip, OPPOSITE[wanted], view) ? wanted : OPPOSITE[wanted];
  const { left, top } = beside(anchor, tip, side);
  return { left: clamp(left, view.width - tip.width), top: clamp(top, view.height - tip.height) };
}

function beside(anchor: Box, tip: Size, side: Side): { left: number; top: number } {
  const left = anchor.left + (anchor.width - tip.width) / 2;
  const top = anchor.top + (anchor.height - tip.height) / 2;
  const places: Record<Side, { left: number; top: number }> = {
    top: { left, top: anchor.top - tip.height - GAP },
    bottom: { left, top: anchor.top + anchor.height + GAP },
    left: { left: anchor.left - tip.width - GAP, top },
    right: { left: anchor.left + anchor.width + GAP, top },
  };
  return places[side];
}

function fits(anchor: Box, tip: Size, side: Side, view: Size): boolean {
  const { left, top } = beside(anchor, tip, side);
  if (side === 'top' || side === 'bottom') return top >= MARGIN && top + tip.height <= view.height - MARGIN;
  return left >= MARGIN && left + tip.width <= view.width - MARGIN;
}

function clamp(value: number, room: number): number {
  return Math.max(MARGIN, Math.min(value, room - MARGIN));
}
