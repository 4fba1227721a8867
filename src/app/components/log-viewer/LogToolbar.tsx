import { ArrowDownToLine, Download } from 'lucide-react';
import { useLogWords } from '../../i18n/log-words.ts';
import { downloadPath } from '../../live/agent-files.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { withBase } from '../../util/http.ts';
import type { useLogParameters } from './log-parameters.ts';
import { fileName, type LogSource } from './log-source.ts';

export interface LogToolbarProps {
  sources: readonly LogSource[];
  following: boolean;
  onFollow: (following: boolean) => void;
  parameters: ReturnType<typeof useLogParameters>;
}

/** How the log is shown, and the ways to its end and out of the page. */
export function LogToolbar({ sources, following, onFollow, parameters }: LogToolbarProps) {
  const words = useLogWords();
  const { wrap, times, set } = parameters;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Switch label={words.follow} checked={following} onChange={(event) => onFollow(event.target.checked)} />
      <Switch label={words.wrap} checked={wrap} onChange={(event) => set('wrap', event.target.checked ? '1' : undefined)} />
      <Switch label={words.times} checked={times} onChange={(event) => set('times', event.target.checked ? '1' : undefined)} />
      <span className="ml-auto flex gap-2">
        {!following && (
          <Button size="sm" onClick={() => onFollow(true)}>
            <ArrowDownToLine aria-hidden size={14} />
            {words.jump}
          </Button>
        )}
        <DownloadLog sources={sources} />
      </span>
      <output className="sr-only">{following ? words.nowFollowing : words.nowPaused}</output>
    </div>
  );
}

function DownloadLog({ sources }: { sources: readonly LogSource[] }) {
  const words = useLogWords();
  const [only, second] = sources;
  const icon = <Download aria-hidden size={14} />;
  if (only === undefined) return undefined;
  if (second === undefined) {
    return (
      <a href={withBase(downloadPath(only.agentId, only.path))} download={fileName(only)} className={buttonLook('outline', 'sm')}>
        {icon}
        {words.download}
      </a>
    );
  }
  return (
    <Menu
      trigger={
        <Button size="sm">
          {icon}
          {words.download}
        </Button>
      }
      items={sources.map((source) => ({
        label: words.downloadFile(source.name),
        // the answer is an attachment: the page stays
        onSelect: () => location.assign(withBase(downloadPath(source.agentId, source.path))),
      }))}
    />
  );
}
