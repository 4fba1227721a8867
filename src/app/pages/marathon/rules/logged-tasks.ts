import type { LoggedTask } from '../../../components/log-viewer/TaskLogs.tsx';
import type { AppDetail } from '../../../live/marathon-wire.ts';

/** The instances of an app that have logs: those that an agent has. */
export const loggedTasks = (app: AppDetail): LoggedTask[] =>
  app.tasks.flatMap(({ id, slaveId }) => (slaveId ? [{ id, agentId: slaveId }] : []));
