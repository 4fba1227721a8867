import { MoreHorizontal } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import { type AgentDialog, mesosPaths } from '../../mesos-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';

/** What an operator can do with an agent in its state. */
const CHOICES: Record<Agent['state'], AgentDialog[]> = {
  active: ['drain', 'deactivate', 'mark-gone'],
  inactive: ['drain', 'deactivate', 'mark-gone'],
  deactivated: ['reactivate', 'drain', 'mark-gone'],
  draining: ['reactivate', 'mark-gone'],
  drained: ['reactivate', 'mark-gone'],
};

export function AgentMenu({ agent }: { agent: Agent }) {
  const { agentActions: words } = useMesosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const labels = { drain: words.drain, deactivate: words.deactivate, reactivate: words.reactivate, 'mark-gone': words.markGone };
  return (
    <Menu
      trigger={
        <IconButton label={words.menuOf(agent.hostname)} tooltip={false}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
      }
      items={CHOICES[agent.state].map((dialog) => ({
        label: labels[dialog],
        danger: dialog === 'mark-gone',
        onSelect: () => void navigate(keepingSearch(mesosPaths.agentDialog(agent.id, dialog), search), { preventScrollReset: true }),
      }))}
    />
  );
}
