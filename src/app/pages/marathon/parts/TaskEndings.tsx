import { useState } from 'react';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { formatDuration } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { crashLoop, LOOP_WINDOW_MS, meanTimeToFailure } from '../rules/task-endings.ts';
import { TitledSection } from './TitledSection.tsx';
import { TaskEndingItem } from './TaskEndingItem.tsx';
import { useTaskEndings } from './use-task-endings.ts';

/** Shown one by one; the rest is counted. */
const SHOWN = 20;

/** The instances that ended by themselves: how often, after how long, each with why and the end of its log. */
export function TaskEndings({ app }: { app: AppDetail }) {
  const { endings: words } = useDebugWords();
  const { endings, failed } = useTaskEndings(app, { messages: true });
  const now = useNow(10_000);
  // The one that was the last when the tab was opened stays open: those that come meanwhile do not push it out of reach.
  const newest = endings[0]?.taskId;
  const [openedFirst, setOpenedFirst] = useState(newest);
  if (openedFirst === undefined && newest !== undefined) setOpenedFirst(newest);
  const meanTime = meanTimeToFailure(endings);
  const loop = crashLoop(endings, now);
  const facts = [words.count(endings.length), ...(meanTime === undefined ? [] : [words.meanTime(formatDuration(meanTime))])];
  return (
    <TitledSection
      title={words.title}
      aside={
        <>
          {loop !== undefined && <Badge tone="danger">{words.loop(loop, formatDuration(LOOP_WINDOW_MS))}</Badge>}
          {endings.length > 0 && <span className="text-muted">{facts.join(', ')}</span>}
        </>
      }
    >
      {endings.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <ul className="flex flex-col">
          {endings.slice(0, SHOWN).map((ending) => (
            <TaskEndingItem key={ending.taskId} appId={app.id} ending={ending} open={ending.taskId === openedFirst} />
          ))}
        </ul>
      )}
      <p className="text-xs text-muted">
        {endings.length > SHOWN && `${words.older(endings.length - SHOWN)}. `}
        {failed ? words.failed : words.kept}
      </p>
    </TitledSection>
  );
}
