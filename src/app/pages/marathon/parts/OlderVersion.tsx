import { useQuery } from '@tanstack/react-query';
import { Check, ChevronRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useAppWords } from '../../../i18n/app-words.ts';
import { appVersionQuery } from '../../../live/app-versions.ts';
import { definitionOfApp } from '../../../live/app-definition.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { DefinitionFields } from './DefinitionFields.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** An older version: its date, bringing it back or editing from it, and opened its fields, which are read only then. */
export function OlderVersion({ appId, version }: { appId: string; version: string }) {
  const places = useMarathonPaths();
  const { configuration: words } = useAppWords();
  const [open, setOpen] = useState(false);
  const at = Date.parse(version);
  const date = formatDateTime(at);
  return (
    <li className="relative border-b border-line last:border-b-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="group">
        <summary className="flex min-h-12 cursor-pointer list-none items-center gap-x-3 rounded-sm px-4 py-2 pr-44">
          <ChevronRight aria-hidden size={15} className="shrink-0 text-muted transition-transform group-open:rotate-90" />
          <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
            <span>{date}</span>
            <RelativeTime at={at} />
          </span>
        </summary>
        {open && <Fields appId={appId} version={version} />}
      </details>
      {/* Beside the summary, not in it: a button within a button is none. */}
      <span className="absolute top-2.5 right-3 flex gap-2">
        <ButtonLink size="sm" to={places.apply(appId, version)} preventScrollReset aria-label={words.applyVersion(date)}>
          <Check aria-hidden size={14} />
          {words.apply}
        </ButtonLink>
        <ButtonLink size="sm" to={places.edit(appId, version)} preventScrollReset aria-label={words.editVersion(date)}>
          <Pencil aria-hidden size={14} />
          {words.edit}
        </ButtonLink>
      </span>
    </li>
  );
}

function Fields({ appId, version }: { appId: string; version: string }) {
  const { configuration: words } = useAppWords();
  const { data, error, refetch } = useQuery(appVersionQuery(appId, version));
  if (error) return <ErrorState title={words.versionFailed} detail={error.message} onRetry={() => void refetch()} />;
  return (
    <div className="px-4 pb-4">
      {data === undefined ? <Skeleton className="h-40 w-full" /> : <DefinitionFields definition={definitionOfApp(data)} />}
    </div>
  );
}
