import { json, type Fetch } from '../../api/http/fetch.ts';
import type { RouterError } from '../../api/dcos/router-error.ts';
import type { StateSummaryJson } from '../../api/mesos/state.ts';
import { httpUpstream } from './http-upstream.ts';

type AgentJson = Partial<StateSummaryJson['slaves'][number]>;

/** The agents as the master told of them last. */
export interface AgentAddresses {
  /** The text of a `/state-summary`. Read only when an agent is asked for: at thousands of agents that takes a while. */
  heard(summary: string): void;
  all(): readonly AgentJson[];
  /** The API of an agent by its id: its address is the master's word, never the client's. Answers 404 where the master knows none, 503 where it does not say. */
  agent(id: string): Fetch;
}

/** `ask` gets a new `/state-summary`, for an agent that the last one did not have, and tells whether there was one. `secure`: the agents speak HTTPS. */
export function createAgentAddresses(ask: () => Promise<boolean>, secure: boolean): AgentAddresses {
  let text: string | undefined;
  let agents: readonly AgentJson[] = [];
  const all = (): readonly AgentJson[] => {
    if (text !== undefined) {
      const { slaves } = JSON.parse(text) as Partial<StateSummaryJson>;
      agents = Array.isArray(slaves) ? slaves : [];
      text = undefined;
    }
    return agents;
  };
  const find = (id: string): URL | undefined => addressOf(all().find((agent) => agent.id === id)?.pid, secure);
  return {
    heard(summary) {
      text = summary;
    },
    all,
    agent: (id) => async (request) => {
      let address = find(id);
      if (!address) {
        if (!(await ask())) return noState();
        address = find(id);
      }
      if (address) return httpUpstream(address)(request);
      const message = `agent ${id} unknown. It may have left the cluster: look at the list of nodes.`;
      return json({ title: 'Not Found', message } satisfies RouterError, 404);
    },
  };
}

function noState(): Response {
  const message = '503 Service Unavailable: invalid Mesos state. The master does not answer: try again in a moment.';
  return json({ title: 'Service Unavailable', message } satisfies RouterError, 503);
}

/** Where libprocess of an agent listens, from its pid: `slave(1)@10.0.0.1:5051`. */
export function addressOf(pid: string | undefined, secure: boolean): URL | undefined {
  const address = /^[^@]*@([^/@\s]+:\d+)$/.exec(pid ?? '')?.[1];
  return address === undefined ? undefined : (URL.parse(`${secure ? 'https' : 'http'}://${address}/`) ?? undefined);
}
