import { useMesosWords } from '../../i18n/mesos-words.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<Agent['state'], Tone> = { active: 'ok', inactive: 'danger', draining: 'warn', drained: 'idle', deactivated: 'idle' };

export function AgentState({ state }: { state: Agent['state'] }) {
  const { states, stateHints } = useMesosWords().agents;
  return (
    <StatusText tone={TONES[state]} hint={stateHints[state]}>
      {states[state]}
    </StatusText>
  );
}
