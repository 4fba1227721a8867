import { Skeleton } from '../../ui/Skeleton.tsx';
import { Panel } from './Panel.tsx';

/** A panel whose content is not here yet: as high as it will be, so that nothing jumps. */
export function LoadingPanel({ title, to, wide = false }: { title: string; to: string; wide?: boolean }) {
  return (
    <Panel title={title} to={to} wide={wide}>
      <Skeleton className="h-10 w-40" />
      <Skeleton className="mt-auto h-32" />
    </Panel>
  );
}
