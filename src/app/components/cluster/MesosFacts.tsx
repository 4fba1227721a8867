import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { mesosFlagsQuery } from '../../live/cluster-facts.ts';
import { masterQuery } from '../../live/mesos-operator.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Fact } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { CopiableText } from './CopiableText.tsx';
import { PartCard } from './PartCard.tsx';

/** The leading Mesos master. */
export function MesosFacts() {
  const { mesos: words, unknown } = useClusterWords();
  const flags = useQuery(mesosFlagsQuery).data;
  return (
    <PartCard title={words.title} part={useQuery(masterQuery)}>
      {(master) => (
        <>
          <Fact name={words.name}>{flags?.['cluster'] ?? unknown}</Fact>
          <Fact name={words.leader}>
            <Link to={mesosPaths.overview()} className="text-accent hover:underline">
              {master.address}
            </Link>
          </Fact>
          <Fact name={words.version}>{master.version}</Fact>
          <Fact name={words.built}>
            <RelativeTime at={master.builtAt} />
          </Fact>
          <Fact name={words.started}>
            <RelativeTime at={master.startedAt} />
          </Fact>
          <Fact name={words.elected}>
            <RelativeTime at={master.electedAt} />
          </Fact>
          <Fact name={words.quorum}>{flags?.['quorum'] ?? unknown}</Fact>
          {flags?.['zk'] !== undefined && <Fact name={words.zooKeeper}>{flags['zk']}</Fact>}
          <Fact name={words.id}>
            <CopiableText text={master.id} />
          </Fact>
        </>
      )}
    </PartCard>
  );
}
