import { Activity, Ban, CircleEllipsis, Hourglass, type LucideIcon, UserRoundCog } from 'lucide-react';
import { useMessages } from '../../../i18n/messages.ts';
import type { QueueEntry } from '../../../live/marathon-wire.ts';
import { Spinner } from '../../../ui/Spinner.tsx';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { classNames } from '../../../util/class-names.ts';
import type { AppStatus } from '../rules/app-status.ts';

/** A shape and a colour for each word; undefined is work under way, which turns. */
const LOOKS: Record<AppStatus, { icon: LucideIcon | undefined; colour: string }> = {
  running: { icon: Activity, colour: 'text-info' },
  deploying: { icon: undefined, colour: 'text-warn' },
  suspended: { icon: Ban, colour: 'text-idle' },
  delayed: { icon: Hourglass, colour: 'text-danger' },
  waiting: { icon: CircleEllipsis, colour: 'text-warn' },
  'waiting-for-user': { icon: UserRoundCog, colour: 'text-warn' },
  staging: { icon: undefined, colour: 'text-info' },
};

/** An app's status as Marathon words it; what it means is told on hover and focus. */
export function StatusWord({ status, queued }: { status: AppStatus; queued?: QueueEntry | undefined }) {
  const { words, hints, delayedFor } = useMessages().marathon.status;
  const { icon: Icon, colour } = LOOKS[status];
  const delay = queued?.delay.timeLeftSeconds ?? 0;
  const hint = status === 'delayed' && delay > 0 ? delayedFor(delay) : hints[status];
  return (
    <Tooltip content={hint}>
      <button type="button" className={classNames('inline-flex max-w-full cursor-help items-center gap-1.5 rounded-sm text-left', colour)}>
        {Icon === undefined ? <Spinner size={15} /> : <Icon aria-hidden size={15} className="shrink-0" />}
        <span className="truncate">{words[status]}</span>
      </button>
    </Tooltip>
  );
}
