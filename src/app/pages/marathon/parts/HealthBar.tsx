import { useMessages } from '../../../i18n/messages.ts';
import { SegmentedBar } from '../../../ui/SegmentedBar.tsx';
import { type Tone, TONE_FILL } from '../../../ui/tones.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { classNames } from '../../../util/class-names.ts';
import { type HealthKind, type HealthSegment, healthSegments, type InstanceCounts, legendSegments } from '../rules/health-bar.ts';

/** `unscheduled` is what is missing: the empty part of the bar. */
const TONES: Record<Exclude<HealthKind, 'unscheduled'>, Tone> = {
  healthy: 'ok',
  unhealthy: 'danger',
  unknown: 'idle',
  staged: 'warn',
  over: 'info',
};

export interface HealthBarProps {
  counts: InstanceCounts;
  legend?: boolean;
  /** A deployment is under way: what is shown is about to change. */
  moving?: boolean;
}

/** How the instances are, as a bar; with its legend beside it or, in a list, on hover. */
export function HealthBar({ counts, legend = false, moving = false }: HealthBarProps) {
  const { health } = useMessages().marathon;
  const segments = healthSegments(counts);
  const bar = (
    <SegmentedBar
      label={health.bar}
      moving={moving}
      total={segments.reduce((sum, segment) => sum + segment.count, 0)}
      segments={segments.flatMap(({ kind, count }) =>
        kind === 'unscheduled' ? [] : [{ key: kind, label: health[kind], value: count, tone: TONES[kind], hatched: kind === 'staged' }],
      )}
    />
  );
  if (!legend) {
    return (
      <Tooltip content={<Legend segments={segments} />}>
        <span className="block py-2">{bar}</span>
      </Tooltip>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <span className="w-44">{bar}</span>
      <Legend segments={segments} inline />
    </div>
  );
}

function Legend({ segments, inline = false }: { segments: HealthSegment[]; inline?: boolean }) {
  const { health } = useMessages().marathon;
  return (
    <ul className={classNames('flex gap-x-5 gap-y-1', inline ? 'flex-wrap text-sm' : 'flex-col')}>
      {legendSegments(segments).map(({ kind, count, share }) => (
        <li key={kind} className="flex items-center gap-2 whitespace-nowrap">
          <span
            aria-hidden
            className={classNames('size-2 rounded-full', kind === 'unscheduled' ? 'border border-line-strong' : TONE_FILL[TONES[kind]])}
          />
          {count} {health[kind]}
          {count > 0 && <span className="text-muted">{health.percent(share)}</span>}
        </li>
      ))}
    </ul>
  );
}
