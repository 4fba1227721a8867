import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { useAppWords } from '../../i18n/app-words.ts';
import { definitionOfApp } from '../../live/app-definition.ts';
import { appVersionsQuery } from '../../live/app-versions.ts';
import type { AppDetail } from '../../live/marathon-wire.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatDateTime } from '../../util/format.ts';
import { CompareVersions } from './parts/CompareVersions.tsx';
import { TitledSection } from './parts/TitledSection.tsx';
import { DefinitionFields } from './parts/DefinitionFields.tsx';
import { OlderVersion } from './parts/OlderVersion.tsx';
import { useAppContext } from './parts/use-app.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** What is wished for now, field by field; the older versions, and what differs between any two. */
export function ConfigurationTab() {
  const { app } = useAppContext();
  return (
    <div className="flex flex-col gap-4">
      <CurrentVersion app={app} />
      <Versions key={app.id} app={app} />
      <Outlet />
    </div>
  );
}

function CurrentVersion({ app }: { app: AppDetail }) {
  const places = useMarathonPaths();
  const { configuration: words } = useAppWords();
  const definition = definitionOfApp(app);
  const at = app.version ? Date.parse(app.version) : undefined;
  return (
    <TitledSection
      title={words.current}
      aside={
        <>
          {at !== undefined && (
            <span className="text-muted">
              {formatDateTime(at)} (<RelativeTime at={at} />)
            </span>
          )}
          <ButtonLink size="sm" to={places.edit(app.id)} preventScrollReset className="ml-auto">
            <Pencil aria-hidden size={14} />
            {words.edit}
          </ButtonLink>
        </>
      }
    >
      <DefinitionFields definition={definition} />
      <details>
        <summary className="w-fit cursor-pointer rounded-sm text-muted">{words.asJson}</summary>
        <div className="mt-2">
          <CodeBlock label={words.definition} code={JSON.stringify(definition, undefined, 2)} />
        </div>
      </details>
    </TitledSection>
  );
}

/** Shown at first, and with each press. */
const PAGE = 8;

function Versions({ app }: { app: AppDetail }) {
  const { configuration: words } = useAppWords();
  const [shown, setShown] = useState(PAGE);
  const versions = useQuery(appVersionsQuery(app.id, app.version ?? ''));
  if (versions.error) {
    return <ErrorState title={words.versionsFailed} detail={versions.error.message} onRetry={() => void versions.refetch()} />;
  }
  if (versions.data === undefined) return <Skeleton className="h-24 w-full" />;
  const older = versions.data.filter((version) => version !== app.version);
  const left = older.length - shown;
  return (
    <>
      {older.length > 0 && (
        <TitledSection title={words.compare}>
          <CompareVersions app={app} versions={versions.data} />
        </TitledSection>
      )}
      <section aria-label={words.olderVersions} className="rounded-xl border border-line bg-surface">
        <h2 className="border-b border-line px-4 py-2.5 font-semibold">{words.olderVersions}</h2>
        {older.length === 0 && <p className="p-4 text-muted">{words.noOlder}</p>}
        <ul>
          {older.slice(0, shown).map((version) => (
            <OlderVersion key={version} appId={app.id} version={version} />
          ))}
        </ul>
        {left > 0 && (
          <div className="p-3">
            <Button size="sm" onClick={() => setShown(shown + PAGE)}>
              {words.more(Math.min(PAGE, left))}
            </Button>
          </div>
        )}
      </section>
    </>
  );
}
