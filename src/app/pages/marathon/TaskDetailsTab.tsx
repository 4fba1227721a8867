import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useTaskContext } from './parts/use-task.ts';

/** Everything that is known about an instance. */
export function TaskDetailsTab() {
  const { history } = useTaskContext();
  return (
    <ol>
      {history?.statuses.map(({ state, at, message }) => (
        <li key={`${state} ${at}`}>
          {state} <RelativeTime at={at} /> {message}
        </li>
      ))}
    </ol>
  );
}
