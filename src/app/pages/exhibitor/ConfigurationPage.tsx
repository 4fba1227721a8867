import { useQuery } from '@tanstack/react-query';
import type { ConfigState } from '../../../api/dcos/exhibitor.ts';
import { ExhibitorFailure } from '../../components/exhibitor/ExhibitorFailure.tsx';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { exhibitorConfigQuery } from '../../live/exhibitor-queries.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { flattened } from '../../util/flattened.ts';

/** How Exhibitor and the servers of ZooKeeper were set up. */
export function ConfigurationPage() {
  const { configuration: words } = useExhibitorWords();
  const { data, error, refetch } = useQuery(exhibitorConfigQuery);
  return (
    <Page title={words.title} below={<p className="text-muted">{words.readOnly}</p>}>
      {data ? (
        <Configuration state={data} />
      ) : error ? (
        <ExhibitorFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </Page>
  );
}

function Configuration({ state }: { state: ConfigState }) {
  const { configuration: words } = useExhibitorWords();
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <FactCard title={words.general}>
        <Fact name={words.version}>{state.version}</Fact>
        <Fact name={words.running}>
          <StatusText tone={state.running ? 'ok' : 'danger'}>{state.running ? words.isRunning : words.isNotRunning}</StatusText>
        </Fact>
        <Fact name={words.mode}>{state.standaloneMode ? words.standalone : words.replicated}</Fact>
        <Fact name={words.mutations}>{state.nodeMutationsAllowed ? words.allowed : words.notAllowed}</Fact>
      </FactCard>
      <section className="rounded-xl border border-line bg-surface p-4">
        <h2 className="pb-2 font-semibold">{words.settings}</h2>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
          {flattened(state.config).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted wrap-anywhere">{name}</dt>
              <dd className="font-mono text-xs leading-5 wrap-anywhere max-sm:pb-1.5">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
