import { useQuery } from '@tanstack/react-query';
import { useHelpWords } from '../i18n/help-words.ts';
import { marathonInfoQuery } from '../live/marathon-info.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { flattened } from '../util/flattened.ts';

/** Which Marathon these pages talk to, who leads it and how it is set up. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { about } = useHelpWords();
  const info = useQuery(marathonInfoQuery);
  return (
    <Dialog title={about.title} width="lg" text onClose={onClose}>
      {info.isPending && <Skeleton className="h-60 w-full" />}
      {info.error && info.data === undefined && (
        <ErrorState title={about.failed} detail={info.error.message} onRetry={() => void info.refetch()} />
      )}
      {info.data && (
        <div className="flex flex-col gap-5">
          <Facts
            facts={[
              [about.version, info.data.version],
              [about.frameworkId, info.data.frameworkId ?? about.none],
              [about.leader, info.data.leader ?? about.none],
            ]}
          />
          <Section title={about.marathonConfig} config={info.data.marathon_config} />
          <Section title={about.zookeeperConfig} config={info.data.zookeeper_config} />
          <Section title={about.httpConfig} config={info.data.http_config} />
        </div>
      )}
    </Dialog>
  );
}

function Section({ title, config }: { title: string; config: unknown }) {
  const facts = flattened(config);
  if (facts.length === 0) return undefined;
  return (
    <details open>
      <summary className="rounded-sm pb-2 font-semibold">{title}</summary>
      <Facts facts={facts} />
    </details>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[15rem_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted wrap-anywhere">{name}</dt>
          <dd className="wrap-anywhere max-sm:pb-1.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
