import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { activeTasks } from '../../live/cluster-summary.ts';
import { agentQuery } from '../../live/mesos-agents.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { mesosPaths } from '../../mesos-paths.ts';

/** The agent that a dialog in the URL is about, and the page to go back to. */
export function useDialogAgent(): { agentId: string; host: string; tasks: number; back: string } {
  const agentId = useParams()['agentId'] ?? '';
  const host = useQuery(agentQuery(agentId)).data?.hostname ?? agentId;
  const node = useQuery(summaryQuery()).data?.nodes.find(({ id }) => id === agentId);
  return { agentId, host, tasks: node ? activeTasks(node.tasks) : 0, back: mesosPaths.agent(agentId) };
}
