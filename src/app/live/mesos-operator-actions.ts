import { operatorCall } from './mesos-operator.ts';

/** What an operator can do with agents and frameworks. Draining and deactivating need Mesos 1.11. Each throws ApiError. */

/**
 * Sends its tasks away, each with `graceSeconds` to end by itself, and offers the agent no more. With `markGone` the agent is
 * given up once it is empty: it may never come back.
 */
export async function drainAgent(agentId: string, graceSeconds: number | undefined, markGone: boolean): Promise<void> {
  await operatorCall({
    type: 'DRAIN_AGENT',
    drain_agent: {
      agent_id: { value: agentId },
      ...(graceSeconds === undefined ? {} : { max_grace_period: { nanoseconds: graceSeconds * 1e9 } }),
      mark_gone: markGone,
    },
  });
}

/** Its tasks stay; it is offered no more. */
export async function deactivateAgent(agentId: string): Promise<void> {
  await operatorCall({ type: 'DEACTIVATE_AGENT', deactivate_agent: { agent_id: { value: agentId } } });
}

/** After a drain or a deactivation. */
export async function reactivateAgent(agentId: string): Promise<void> {
  await operatorCall({ type: 'REACTIVATE_AGENT', reactivate_agent: { agent_id: { value: agentId } } });
}

/** Gives an agent up for good: its tasks are gone and it may never register again. */
export async function markAgentGone(agentId: string): Promise<void> {
  await operatorCall({ type: 'MARK_AGENT_GONE', mark_agent_gone: { agent_id: { value: agentId } } });
}

/** Ends a framework: all its tasks are killed, and it may not come back under this id. */
export async function tearDownFramework(frameworkId: string): Promise<void> {
  await operatorCall({ type: 'TEARDOWN', teardown: { framework_id: { value: frameworkId } } });
}
