import { useLocation } from 'react-router';
import { type AgentDialog, mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';

/** Where the pages of agents are that one is among: those of DC/OS' nodes, or Mesos' own. */
export interface AgentPlace {
  list: string;
  agent: (id: string) => string;
  dialog: (id: string, dialog: AgentDialog) => string;
}

export const agentPlace = (pathname: string): AgentPlace =>
  pathname.startsWith(paths.nodes())
    ? { list: paths.nodes(), agent: paths.node, dialog: (id, dialog) => `${paths.node(id)}/${dialog}` }
    : { list: mesosPaths.agents(), agent: mesosPaths.agent, dialog: mesosPaths.agentDialog };

export const useAgentPlace = (): AgentPlace => agentPlace(useLocation().pathname);
