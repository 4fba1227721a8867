import { classNames } from '../util/class-names.ts';

/** The place of something that is being loaded, in its size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block animate-pulse rounded-md bg-line', className ?? 'h-4 w-full')} />;
}
