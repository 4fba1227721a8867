import type { AgentCommands, AgentLink, AgentRegistration, RegisterAgent } from './agent-link.ts';
import { disconnectAgent, LEFT, removeAgent } from './agent-loss.ts';
import { registerAgent } from './agents.ts';
import type { MasterContext } from './context.ts';
import type { AgentEntry } from './state.ts';
import { forwardUpdate } from './updates.ts';

/** The agents' lines: what either side says is posted, and a line that broke delivers nothing more. */
export interface AgentLines {
  register: RegisterAgent;
  /** The master goes: every agent is told to look for the next leader. */
  closeAll(): void;
}

export function createAgentLines(context: MasterContext): AgentLines {
  const { mailbox } = context.kernel;
  const open = new Set<{ lost(): void }>();
  let ended = false;

  function register(registration: AgentRegistration, commands: AgentCommands): AgentLink {
    const line = { lost: () => mailbox.post(() => commands.masterLost()) };
    const posted = postedCommands(commands, (deliver) => mailbox.post(() => open.has(line) && deliver()));
    let agent: AgentEntry | undefined;
    const receive = (handle: (agent: AgentEntry) => void): void =>
      mailbox.post(() => {
        // After the same agent registered again, the old line has no say any more.
        if (open.has(line) && agent?.commands === posted) handle(agent);
      });
    open.add(line);
    mailbox.post(() => {
      if (open.has(line)) agent = registerAgent(context, registration, posted);
    });
    return {
      update: (frameworkId, status, latest) => receive((agent) => forwardUpdate(context, agent, frameworkId, status, latest)),
      close: () =>
        mailbox.post(() => {
          if (open.delete(line) && agent?.commands === posted) disconnectAgent(context, agent);
        }),
      leave: () =>
        mailbox.post(() => {
          // not when it is back on another line, and not by the word of a master that is none any more
          if (agent && agent.commands === undefined && !ended && context.state.agents.get(agent.id) === agent)
            removeAgent(context, agent, LEFT);
        }),
    };
  }

  return {
    register,
    closeAll() {
      ended = true;
      for (const line of open) line.lost();
      open.clear();
    },
  };
}

function postedCommands(commands: AgentCommands, post: (deliver: () => void) => void): AgentCommands {
  return {
    registered: (agentId) => post(() => commands.registered(agentId)),
    launch: (framework, task) => post(() => commands.launch(framework, task)),
    checkpoint: (resources) => post(() => commands.checkpoint(resources)),
    kill: (frameworkId, taskId, graceMs) => post(() => commands.kill(frameworkId, taskId, graceMs)),
    acknowledge: (frameworkId, taskId, uuid) => post(() => commands.acknowledge(frameworkId, taskId, uuid)),
    frameworkConnected: (frameworkId) => post(() => commands.frameworkConnected(frameworkId)),
    shutdownFramework: (frameworkId) => post(() => commands.shutdownFramework(frameworkId)),
    drain: (drain) => post(() => commands.drain(drain)),
    shutdown: (message) => post(() => commands.shutdown(message)),
    masterLost: () => post(() => commands.masterLost()),
    removed: (message) => post(() => commands.removed(message)),
  };
}
