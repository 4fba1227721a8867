import { useTaskContext } from './parts/use-task.ts';

/** The volumes that the instance has. */
export function TaskVolumesTab() {
  const { app } = useTaskContext();
  return <pre>{app.id}</pre>;
}
