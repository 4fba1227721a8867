import { MoreHorizontal } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import type { AgentDialog } from '../../mesos-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useAgentPlace } from './agent-place.ts';

/** What an operator can do with an agent in its state. */
const CHOICES: Record<Agent['state'], AgentDialog[]> = {
  active: ['drain', 'deactivate', 'mark-gone'],
  inactive: ['drain', 'deactivate', 'mark-gone'],
  deactivated: ['reactivate', 'drain', 'mark-gone'],
  draining: ['reactivate', 'mark-gone'],
  drained: ['reactivate', 'mark-gone'],
};

export function AgentMenu({ agent }: { agent: Pick<Agent, 'id' | 'hostname' | 'state'> }) {
  const { agentActions: words } = useMesosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const place = useAgentPlace();
  const labels = { drain: words.drain, deactivate: words.deactivate, reactivate: words.reactivate, 'mark-gone': words.markGone };
  return (
    <Menu
      acts
      trigger={
        <IconButton label={words.menuOf(agent.hostname)} tooltip={false}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
      }
      items={CHOICES[agent.state].map((dialog) => ({
        label: labels[dialog],
        danger: dialog === 'mark-gone',
        onSelect: () => void navigate(keepingSearch(place.dialog(agent.id, dialog), search), { preventScrollReset: true }),
      }))}
    />
  );
}
