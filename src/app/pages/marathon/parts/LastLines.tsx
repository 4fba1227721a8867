import { useQuery } from '@tanstack/react-query';
import { lastLinesQuery } from '../../../components/log-viewer/last-lines-query.ts';
import { sandboxQuery } from '../../../components/log-viewer/sandbox.ts';
import { useMessages } from '../../../i18n/messages.ts';

const LINES = 5;

/** The end of what an ended task wrote: to stderr, or where that is empty to stdout. */
export function LastLines({ agentId, taskId }: { agentId: string; taskId: string }) {
  const { failure: words } = useMessages().marathon;
  // A task that the agent never knew, or no longer knows, has no log: asked once, not again and again.
  const { data: directory } = useQuery({ ...sandboxQuery({ agentId, taskId }), refetchInterval: false });
  const enabled = typeof directory === 'string';
  const stderr = useQuery({ ...lastLinesQuery(agentId, `${directory}/stderr`, LINES, false), enabled });
  const stdout = useQuery({ ...lastLinesQuery(agentId, `${directory}/stdout`, LINES, false), enabled });
  const file = stderr.data?.length ? 'stderr' : 'stdout';
  const lines = file === 'stderr' ? stderr.data : stdout.data;
  if (lines === undefined || lines.length === 0) return undefined;
  return (
    <>
      <p className="mt-1.5 text-xs text-muted">{words.lastLines(file)}</p>
      <pre className="mt-0.5 overflow-x-auto font-mono text-xs whitespace-pre-wrap">{lines.join('\n')}</pre>
    </>
  );
}
