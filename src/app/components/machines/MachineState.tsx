import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<MachineDescription['state'], Tone> = {
  running: 'ok',
  starting: 'info',
  stopping: 'info',
  failed: 'danger',
  halted: 'idle',
  'not created': 'idle',
};

export function MachineState({ state }: { state: MachineDescription['state'] }) {
  const { states } = useMachinesWords();
  return <StatusText tone={TONES[state]}>{states[state]}</StatusText>;
}
