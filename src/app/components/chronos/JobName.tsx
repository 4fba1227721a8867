import { useChronosWords } from '../../i18n/chronos-words.ts';
import { classNames } from '../../util/class-names.ts';
import type { JobRow } from './job-rows.ts';

export function JobName({ row }: { row: JobRow }) {
  const words = useChronosWords();
  return (
    <>
      <span className={classNames('block', row.disabled && 'text-muted line-through')} title={row.disabled ? words.paused : undefined}>
        {row.name}
        {row.disabled && <span className="sr-only"> ({words.kinds.disabled})</span>}
      </span>
      {row.command !== '' && <span className="block truncate font-mono text-xs font-normal text-muted max-sm:hidden">{row.command}</span>}
    </>
  );
}
