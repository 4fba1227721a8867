import type { UnitDescription, UnitState } from '../../../api/machines/cluster.ts';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<UnitState, Tone> = { inactive: 'idle', activating: 'info', active: 'ok', deactivating: 'info', failed: 'danger' };

/** How a component is: as systemd says it, and whether somebody stopped it or this version does not have it. */
export type ShownUnitState = UnitState | 'stopped' | 'absent';

export function shownState({ state, stopped, absent }: UnitDescription): ShownUnitState {
  if (absent !== undefined) return 'absent';
  return stopped && state === 'inactive' ? 'stopped' : state;
}

/** A component that somebody stopped is something to look at; one that rests is not. */
export function unitTone(unit: UnitDescription): Tone {
  const shown = shownState(unit);
  if (shown === 'absent') return 'idle';
  return shown === 'stopped' ? 'warn' : TONES[shown];
}
