export type PaletteKind = 'page' | 'action' | 'app' | 'group' | 'job' | 'node' | 'framework' | 'task';

/** Something that the palette can lead to or do. */
export interface PaletteItem {
  kind: PaletteKind;
  label: string;
  /** What is searched: in lower case, the label and whatever else it is known by. */
  text: string;
  /** An address, or `?…` for a dialog over the current page. */
  to: string;
  /** Done instead of going to `to`, which then only names the item. */
  run?: () => void;
}

/** `also`: other names under which it is found. */
export function paletteItem(kind: PaletteKind, label: string, to: string, also = ''): PaletteItem {
  return { kind, label, to, text: also === '' || also === label ? label.toLowerCase() : `${label} ${also}`.toLowerCase() };
}
