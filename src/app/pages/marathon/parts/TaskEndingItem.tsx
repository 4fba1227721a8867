import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusIcon } from '../../../ui/StatusIcon.tsx';
import { formatDuration } from '../../../util/format.ts';
import { hostName } from '../rules/machines.ts';
import { endingHint, type TaskEnding } from '../rules/task-endings.ts';
import { LastLines } from './LastLines.tsx';
import { useMachines } from './use-machines.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** One instance that ended: in a line how and when; opened, what was said, what it means and the end of its log. */
export function TaskEndingItem({ appId, ending, open: openAtFirst }: { appId: string; ending: TaskEnding; open: boolean }) {
  const { endings: words } = useDebugWords();
  const { failure } = useMessages().marathon;
  const machines = useMachines();
  const [open, setOpen] = useState(openAtFirst);
  const finished = ending.state === 'TASK_FINISHED';
  const facts = [
    ending.exitCode === undefined ? undefined : words.exit(ending.exitCode),
    ending.ranFor === undefined ? undefined : words.ranFor(formatDuration(ending.ranFor)),
    ending.host === undefined ? undefined : words.on(hostName(machines, ending.host)),
  ];
  return (
    <li className="border-b border-line last:border-b-0">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-0.5 rounded-sm py-2">
          <ChevronRight aria-hidden size={15} className="shrink-0 text-muted transition-transform group-open:rotate-90" />
          <StatusIcon tone={finished ? 'idle' : 'danger'} />
          <span className="font-medium">{finished ? words.finished : (failure.states[ending.state] ?? ending.state)}</span>
          <span>{facts.filter((fact) => fact !== undefined).join(', ')}</span>
          <span className="ml-auto">
            <RelativeTime at={ending.at} />
          </span>
        </summary>
        {/* The log is asked for when someone wants to see it. */}
        {open && <EndingDetails appId={appId} ending={ending} />}
      </details>
    </li>
  );
}

function EndingDetails({ appId, ending }: { appId: string; ending: TaskEnding }) {
  const places = useMarathonPaths();
  const { endings: words } = useDebugWords();
  const hint = endingHint(ending);
  return (
    <div className="flex flex-col gap-1.5 pb-3 pl-6.5">
      <p className="font-mono text-xs break-all text-muted">{ending.taskId}</p>
      <p>{ending.message === '' ? words.noMessage : ending.message}</p>
      {hint !== undefined && <p className="text-muted">{words.hints[hint]}</p>}
      {ending.agentId !== undefined && <LastLines agentId={ending.agentId} taskId={ending.taskId} />}
      <p className="flex gap-4 text-sm">
        <Link to={places.task(appId, ending.taskId)} className="rounded-sm underline hover:text-accent">
          {words.task}
        </Link>
        <Link to={places.taskLogs(appId, ending.taskId)} className="rounded-sm underline hover:text-accent">
          {words.log}
        </Link>
      </p>
    </div>
  );
}
