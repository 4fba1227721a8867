import { notBuilt, type Fetch } from '../../api/http/fetch.ts';
import { buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { createEndpoints, empty } from '../libprocess/endpoints.ts';
import { fileEndpoints } from '../libprocess/files.ts';
import { loggingEndpoint } from '../libprocess/logging.ts';
import { metricsEndpoint, systemStatsEndpoint } from '../libprocess/metrics.ts';
import { attachedSandboxes } from './attached-files.ts';
import { containersJson, monitorJson } from './containers-json.ts';
import type { AgentContext } from './context.ts';
import { agentFlags } from './flags.ts';
import { agentMetrics } from './metrics.ts';
import { agentCall } from './operator-api.ts';
import { agentStateJson } from './state-json.ts';

/** The agent's HTTP API, with and without `/slave(1)` in front. */
export function createAgentHttp(context: AgentContext): Fetch {
  const { state } = context;
  return createEndpoints(
    ['slave(1)'],
    [
      { path: '/health', handle: () => empty() },
      { path: '/state', handle: () => agentStateJson(state) },
      { path: '/flags', handle: () => ({ flags: agentFlags(state) }) },
      { path: '/version', rootOnly: true, handle: () => buildInfo(MESOS_VERSION) },
      { path: '/containers', handle: () => containersJson(context) },
      { path: '/monitor/statistics', handle: () => monitorJson(context) },
      { path: '/api/v1', methods: ['POST'], handle: ({ request }) => agentCall(context, request) },
      { path: '/api/v1/executor', methods: ['POST'], handle: ({ request }) => notBuilt('the Mesos agent', request) },
      ...fileEndpoints(attachedSandboxes(context)),
      metricsEndpoint(() => agentMetrics(context)),
      systemStatsEndpoint(state.machine),
      loggingEndpoint,
    ],
  );
}
