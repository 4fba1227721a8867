import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { activeTasks } from '../../live/cluster-summary.ts';
import { agentQuery } from '../../live/mesos-agents.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { useAgentPlace } from './agent-place.ts';

interface DialogAgent {
  agentId: string;
  host: string;
  tasks: number;
  /** The page of the agent, and the list of all. */
  back: string;
  list: string;
}

/** The agent that a dialog in the URL is about. */
export function useDialogAgent(): DialogAgent {
  const agentId = useParams()['agentId'] ?? '';
  const place = useAgentPlace();
  const host = useQuery(agentQuery(agentId)).data?.hostname ?? agentId;
  const node = useQuery(summaryQuery()).data?.nodes.find(({ id }) => id === agentId);
  return { agentId, host, tasks: node ? activeTasks(node.tasks) : 0, back: place.agent(agentId), list: place.list };
}
