import { marathonIdOfTask } from '../../live/marathon-task-id.ts';
import { paths } from '../../paths.ts';

/** The application that a task of Marathon belongs to; undefined for an id of another form. */
export function marathonPageOfTask(taskId: string): { id: string; to: string } | undefined {
  const id = marathonIdOfTask(taskId);
  return id === undefined ? undefined : { id, to: paths.marathon.app(id) };
}
