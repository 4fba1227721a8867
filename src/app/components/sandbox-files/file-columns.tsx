import { Download, File, FileSymlink, Folder } from 'lucide-react';
import type { files } from '../../i18n/en/files.ts';
import { downloadPath, type FileInfo } from '../../live/agent-files.ts';
import type { Column } from '../../tables/column.ts';
import { formatBytes, formatDateTime, formatRelative } from '../../util/format.ts';
import { withBase } from '../../util/http.ts';
import { kindOf } from './file-kind.ts';
import { baseName } from './file-path.ts';

const ICONS = { directory: Folder, file: File, link: FileSymlink, other: File };

interface FileColumnsOf {
  agentId: string;
  words: typeof files;
  now: number;
}

export const fileColumns = ({ agentId, words, now }: FileColumnsOf): Column<FileInfo>[] => [
  {
    id: 'name',
    header: words.name,
    width: 'minmax(9rem, 3fr)',
    cell: (entry) => <FileName entry={entry} words={words} />,
    sortValue: ({ path }) => baseName(path),
    primary: true,
  },
  { id: 'mode', header: words.mode, width: '7.5rem', from: 'lg', cell: ({ mode }) => <code className="text-xs">{mode}</code> },
  {
    id: 'links',
    header: words.links,
    width: '4rem',
    align: 'end',
    from: 'xl',
    cell: ({ nlink }) => nlink,
    sortValue: ({ nlink }) => nlink,
  },
  { id: 'uid', header: words.user, width: 'minmax(4rem, 1fr)', from: 'lg', cell: ({ uid }) => uid, sortValue: ({ uid }) => uid },
  { id: 'gid', header: words.group, width: 'minmax(4rem, 1fr)', from: 'xl', cell: ({ gid }) => gid, sortValue: ({ gid }) => gid },
  {
    id: 'size',
    header: words.size,
    width: '5.5rem',
    align: 'end',
    cell: ({ mode, size }) => (kindOf(mode) === 'file' ? <span title={`${size} B`}>{formatBytes(size)}</span> : ''),
    sortValue: ({ mode, size }) => (kindOf(mode) === 'file' ? size : undefined),
  },
  {
    id: 'modified',
    header: words.modified,
    width: 'minmax(7rem, 1fr)',
    from: 'sm',
    cell: ({ mtime }) => <span title={formatDateTime(mtime * 1000)}>{formatRelative(Math.min(mtime * 1000, now), now)}</span>,
    sortValue: ({ mtime }) => mtime,
  },
  {
    id: 'download',
    header: words.downloadShort,
    headerCell: <span className="sr-only">{words.downloadShort}</span>,
    width: '2.5rem',
    align: 'end',
    interactive: true,
    cell: ({ path, mode }) =>
      kindOf(mode) === 'file' && (
        <a
          href={withBase(downloadPath(agentId, path))}
          download={baseName(path)}
          aria-label={words.download(baseName(path))}
          title={words.download(baseName(path))}
          className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <Download aria-hidden size={16} />
        </a>
      ),
  },
];

function FileName({ entry: { path, mode }, words }: { entry: FileInfo; words: typeof files }) {
  const kind = kindOf(mode);
  const Icon = ICONS[kind];
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden size={16} className={kind === 'directory' ? 'shrink-0 text-accent' : 'shrink-0 text-muted'} />
      <span>{baseName(path)}</span>
      {kind === 'directory' && <span className="sr-only">({words.directory})</span>}
      {kind === 'link' && (
        <span className="text-xs text-muted" title={words.linkHint}>
          ({words.link})
        </span>
      )}
    </span>
  );
}
