import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFileWords } from '../../i18n/file-words.ts';
import { type FileInfo, listDirectory } from '../../live/agent-files.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ApiError } from '../../util/http.ts';
import { useNow } from '../../util/use-now.ts';
import { fileColumns } from './file-columns.tsx';
import { kindOf } from './file-kind.ts';
import { baseName, joinPath, stepsTo } from './file-path.ts';
import { FilePreview } from './FilePreview.tsx';
import { type FileAddress, useFileAddress } from './use-file-address.ts';

export interface SandboxFilesProps {
  agentId: string;
  /** The sandbox, or any other directory that the agent shows: its path there. */
  root: string;
}

/** How often a directory is looked at again. */
const EVERY_MS = 4_000;
const NOW_EVERY_MS = 10_000;

/** The files of a sandbox: directories to walk through, files to look at and download. Where one is, is in the URL. */
export function SandboxFiles({ agentId, root }: SandboxFilesProps) {
  const address = useFileAddress();
  const path = joinPath(root.replace(/\/+$/, ''), address.directory);
  return (
    <div className="flex flex-col gap-3">
      <PathLine address={address} />
      {address.file === undefined ? (
        <Directory agentId={agentId} path={path} address={address} />
      ) : (
        <FilePreview agentId={agentId} path={joinPath(path, address.file)} />
      )}
    </div>
  );
}

function PathLine({ address: { directory, file, toDirectory } }: { address: FileAddress }) {
  const words = useFileWords();
  const steps = [{ name: words.root, path: '' }, ...stepsTo(directory)];
  return (
    <nav aria-label={words.path}>
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm">
        {steps.map(({ name, path }, index) => (
          <li key={path} className="flex items-center gap-1.5">
            {index > 0 && <Slash />}
            {file === undefined && index === steps.length - 1 ? (
              <span aria-current="page" className="font-medium">
                {name}
              </span>
            ) : (
              <Link to={toDirectory(path)} className="text-accent hover:underline">
                {name}
              </Link>
            )}
          </li>
        ))}
        {file !== undefined && (
          <li className="flex items-center gap-1.5">
            <Slash />
            <span aria-current="page" className="font-medium">
              {file}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}

const Slash = () => (
  <span aria-hidden className="text-muted">
    /
  </span>
);

const filePath = ({ path }: FileInfo): string => path;
/** Directories come first. */
const rank = ({ mode }: FileInfo): number => (kindOf(mode) === 'directory' ? 0 : 1);

function Directory({ agentId, path, address }: { agentId: string; path: string; address: FileAddress }) {
  const words = useFileWords();
  const now = useNow(NOW_EVERY_MS);
  const entries = useQuery({
    queryKey: ['mesos', 'agent', agentId, 'directory', path],
    queryFn: ({ signal }) => listDirectory(agentId, path, signal),
    refetchInterval: EVERY_MS,
  });
  const columns = useMemo(() => fileColumns({ agentId, words, now }), [agentId, words, now]);
  const { directory, toDirectory, toFile } = address;
  const linkOf = ({ path: full, mode }: FileInfo): string | undefined => {
    const name = baseName(full);
    if (kindOf(mode) === 'directory') return toDirectory(joinPath(directory, name));
    return kindOf(mode) === 'file' ? toFile(directory, name) : undefined;
  };
  const failure = entries.data === undefined ? entries.error : null;
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={entries.data}
      rowKey={filePath}
      rowLink={linkOf}
      rank={rank}
      initialSort={{ id: 'name', descending: false }}
      empty={<EmptyState title={words.empty} />}
      error={failure === null ? undefined : <NoDirectory error={failure} root={toDirectory('')} onRetry={() => void entries.refetch()} />}
      stale={entries.isError}
    />
  );
}

function NoDirectory({ error, root, onRetry }: { error: Error; root: string; onRetry: () => void }) {
  const words = useFileWords();
  if (!(error instanceof ApiError) || error.status !== 404)
    return <ErrorState title={words.failed} detail={error.message} onRetry={onRetry} />;
  return (
    <EmptyState title={words.gone} action={<ButtonLink to={root}>{words.toRoot}</ButtonLink>}>
      {words.goneHint}
    </EmptyState>
  );
}
