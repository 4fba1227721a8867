import { useNodesWords } from '../../i18n/nodes-words.ts';
import type { AgentState } from '../../live/agent-state.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<AgentState, Tone> = { active: 'ok', inactive: 'danger', draining: 'info', drained: 'idle', deactivated: 'idle' };

export function NodeState({ state }: { state: AgentState }) {
  const { states, stateHints } = useNodesWords();
  return (
    <StatusText tone={TONES[state]} hint={stateHints[state]}>
      {states[state]}
    </StatusText>
  );
}
