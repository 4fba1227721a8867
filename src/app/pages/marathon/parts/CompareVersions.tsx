import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { VersionDiff } from '../../../components/version-diff/VersionDiff.tsx';
import { useAppWords } from '../../../i18n/app-words.ts';
import { type AppDocument, definitionOfApp } from '../../../live/app-definition.ts';
import { appVersionQuery } from '../../../live/app-versions.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { formatDateTime } from '../../../util/format.ts';

const SIDES = ['from', 'to'] as const;

/** Two versions side by side; which ones is in the URL (`?from=…&to=…`). Without a choice the last change is shown. */
export function CompareVersions({ app, versions }: { app: AppDetail; versions: readonly string[] }) {
  const { configuration: words } = useAppWords();
  const [search, setSearch] = useSearchParams();
  const chosen = { from: search.get('from') ?? versions[1] ?? '', to: search.get('to') ?? versions[0] ?? '' };
  const dated = (version: string): string => {
    const date = formatDateTime(Date.parse(version));
    return version === app.version ? words.dateNow(date) : date;
  };
  const choose = (side: (typeof SIDES)[number], version: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(side, version);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {SIDES.map((side) => (
          <Field key={side} label={words[side]} className="w-72">
            <Select
              value={chosen[side]}
              options={versions.map((version) => ({ value: version, label: dated(version) }))}
              onChange={(event) => choose(side, event.target.value)}
            />
          </Field>
        ))}
      </div>
      <Difference appId={app.id} from={chosen.from} to={chosen.to} label={dated} />
    </div>
  );
}

interface DifferenceProps {
  appId: string;
  from: string;
  to: string;
  label: (version: string) => string;
}

function Difference({ appId, from, to, label }: DifferenceProps) {
  const { configuration: words } = useAppWords();
  const before = useQuery(appVersionQuery(appId, from));
  const after = useQuery(appVersionQuery(appId, to));
  const error = before.error ?? after.error;
  if (error) return <ErrorState title={words.versionFailed} detail={error.message} />;
  if (before.data === undefined || after.data === undefined) return <Skeleton className="h-40 w-full" />;
  return <VersionDiff before={comparable(before.data)} after={comparable(after.data)} beforeLabel={label(from)} afterLabel={label(to)} />;
}

/** The version itself is what is compared: as a field it would be a difference of its own. */
function comparable(document: AppDocument): AppDocument {
  return Object.fromEntries(Object.entries(definitionOfApp(document)).filter(([key]) => key !== 'version'));
}
