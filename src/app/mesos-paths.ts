import { paths } from './paths.ts';

/** Links of Mesos' pages; apart from the others, since few of those lead here. */
export type AgentDialog = 'drain' | 'deactivate' | 'reactivate' | 'mark-gone';
export type MaintenanceDialog = 'schedule' | 'take-down' | 'take-up' | 'cancel';

const framework = (id: string): string => `/mesos/frameworks/${encodeURIComponent(id)}`;
const agent = (id: string): string => `/mesos/agents/${encodeURIComponent(id)}`;

export const mesosPaths = {
  overview: () => `${paths.mesos()}/overview`,
  frameworks: () => '/mesos/frameworks',
  framework,
  tearDown: (id: string) => `${framework(id)}/tear-down`,
  task: (frameworkId: string, taskId: string) => `${framework(frameworkId)}/tasks/${encodeURIComponent(taskId)}`,
  agents: () => '/mesos/agents',
  agent,
  executor: (agentId: string, frameworkId: string, executorId: string) =>
    `${agent(agentId)}/frameworks/${encodeURIComponent(frameworkId)}/executors/${encodeURIComponent(executorId)}`,
  /** `path` is absolute, as the agent names its files. */
  sandbox: (agentId: string, path: string) => `${agent(agentId)}/browse/${encodeURIComponent(path)}`,
  agentDialog: (id: string, dialog: AgentDialog) => `${agent(id)}/${dialog}`,
  roles: () => '/mesos/roles',
  /** A role may have slashes in its name. */
  quota: (role: string) => `/mesos/roles/quota?role=${encodeURIComponent(role)}`,
  offers: () => '/mesos/offers',
  maintenance: () => '/mesos/maintenance',
  maintenanceDialog: (dialog: MaintenanceDialog, machine?: string) =>
    `/mesos/maintenance/${dialog}${machine === undefined ? '' : `?machine=${encodeURIComponent(machine)}`}`,
};
