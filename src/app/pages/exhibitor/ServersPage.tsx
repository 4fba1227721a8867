import { useQuery } from '@tanstack/react-query';
import { type ClusterStatus, ZOOKEEPER_STATE } from '../../../api/dcos/exhibitor.ts';
import { ExhibitorFailure } from '../../components/exhibitor/ExhibitorFailure.tsx';
import { ServerCard } from '../../components/exhibitor/ServerCard.tsx';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { zooKeeperServersQuery } from '../../live/cluster-facts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** The servers of the ensemble: how each is, which of them leads, and what it says of itself. */
export function ServersPage() {
  const { servers: words } = useExhibitorWords();
  const { data, error, refetch } = useQuery(zooKeeperServersQuery);
  const serving = data?.filter(({ code }) => code === ZOOKEEPER_STATE.serving).length ?? 0;
  return (
    <Page title={words.title} below={data && <p className="text-muted">{words.summary(serving, data.length)}</p>}>
      {data ? (
        <Servers servers={data} />
      ) : error ? (
        <ExhibitorFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </Page>
  );
}

function Servers({ servers }: { servers: ClusterStatus }) {
  const { servers: words } = useExhibitorWords();
  return (
    <>
      {!servers.some(({ isLeader }) => isLeader) && <Banner tone="danger">{words.noLeader}</Banner>}
      <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
        {servers.map((server) => (
          <ServerCard key={server.hostname} server={server} />
        ))}
      </div>
    </>
  );
}
