import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { AgentExecutors } from '../../components/mesos/AgentExecutors.tsx';
import { AgentFacts } from '../../components/mesos/AgentFacts.tsx';
import { AgentMenu } from '../../components/mesos/AgentMenu.tsx';
import { AgentState } from '../../components/mesos/AgentState.tsx';
import { LookedFor } from '../../components/mesos/LookedFor.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { agentQuery } from '../../live/mesos-agents.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** One agent: what the master knows of it, and what the agent itself says. */
export function AgentPage() {
  const words = useMesosWords();
  const own = words.agent;
  const agentId = useParams()['agentId'] ?? '';
  const agent = useQuery(agentQuery(agentId));
  return (
    <Page
      title={agent.data?.hostname ?? agentId}
      crumbs={[{ label: words.agents.title, to: mesosPaths.agents() }]}
      below={agent.data && <AgentState state={agent.data.state} />}
      actions={agent.data && <AgentMenu agent={agent.data} />}
    >
      {agent.data ? (
        <>
          <AgentFacts agent={agent.data} />
          <AgentExecutors agentId={agentId} />
        </>
      ) : (
        <LookedFor
          query={agent}
          what={words.agents.title}
          missing={own.unknown}
          hint={own.unknownHint}
          action={<ButtonLink to={mesosPaths.agents()}>{own.toAgents}</ButtonLink>}
        />
      )}
      <Outlet />
    </Page>
  );
}
