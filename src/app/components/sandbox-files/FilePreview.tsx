import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useFileWords } from '../../i18n/file-words.ts';
import { downloadPath, fileSize, readFile } from '../../live/agent-files.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatBytes } from '../../util/format.ts';
import { ApiError, withBase } from '../../util/http.ts';
import { LogViewer } from '../log-viewer/LogViewer.tsx';
import { isImage, looksBinary, SNIFFED_BYTES } from './file-kind.ts';
import { baseName } from './file-path.ts';

interface PreviewedFile {
  agentId: string;
  path: string;
}

/** A file as far as a page can show it: text (of any size, growing too) or a picture. */
export function FilePreview({ agentId, path }: PreviewedFile) {
  const words = useFileWords();
  const name = baseName(path);
  const beginning = useQuery({
    queryKey: ['mesos', 'agent', agentId, 'beginning', path],
    queryFn: async ({ signal }) => {
      const size = await fileSize(agentId, path, signal);
      const length = Math.min(size, SNIFFED_BYTES);
      const text = length === 0 ? '' : await readFile(agentId, path, { offset: 0, length }, signal);
      return { size, binary: looksBinary(text) };
    },
  });
  if (beginning.isPending) return <Skeleton className="h-40 w-full" />;
  if (beginning.isError) {
    const gone = beginning.error instanceof ApiError && beginning.error.status === 404;
    if (gone) return <EmptyState title={words.fileGone}>{words.fileGoneHint}</EmptyState>;
    return <ErrorState title={words.failed} detail={beginning.error.message} onRetry={() => void beginning.refetch()} />;
  }
  if (isImage(name)) {
    return (
      <div className="flex flex-col items-start gap-3">
        <DownloadLink agentId={agentId} path={path} />
        <img
          src={withBase(downloadPath(agentId, path))}
          alt={words.image(name)}
          className="max-h-[65vh] max-w-full rounded-md border border-line"
        />
      </div>
    );
  }
  if (beginning.data.binary) {
    return (
      <EmptyState title={words.binary} action={<DownloadLink agentId={agentId} path={path} />}>
        {words.binaryHint(formatBytes(beginning.data.size))}
      </EmptyState>
    );
  }
  return (
    <div className="flex h-[calc(100vh-25rem)] min-h-80 flex-col">
      <LogViewer sources={[{ agentId, path, name }]} />
    </div>
  );
}

function DownloadLink({ agentId, path }: PreviewedFile) {
  const words = useFileWords();
  return (
    <a href={withBase(downloadPath(agentId, path))} download={baseName(path)} className={buttonLook('outline', 'sm')}>
      <Download aria-hidden size={14} />
      {words.downloadFile}
    </a>
  );
}
