import { Skeleton } from '../../ui/Skeleton.tsx';
import { Panel } from './Panel.tsx';

/** A panel whose numbers are not here yet: as high as it will be, so that nothing jumps. */
export function LoadingPanel({ title, to }: { title: string; to: string }) {
  return (
    <Panel title={title} to={to}>
      <Skeleton className="h-10 w-40" />
      <Skeleton className="mt-auto h-32" />
    </Panel>
  );
}
