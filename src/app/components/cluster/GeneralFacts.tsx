import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { dcosVersionQuery, metadataQuery } from '../../live/cluster-facts.ts';
import { machinesQuery } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { paths } from '../../paths.ts';
import { Fact } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { CopiableText } from './CopiableText.tsx';
import { PartCard } from './PartCard.tsx';

/** The cluster as a whole: its versions, its id, where it is. */
export function GeneralFacts() {
  const words = useClusterWords();
  const { general } = words;
  const version = useQuery(dcosVersionQuery);
  const metadata = useQuery(metadataQuery).data;
  const machines = useQuery(machinesQuery).data;
  return (
    <PartCard title={general.title} part={version}>
      {(dcos) => (
        <>
          {machines && <Fact name={general.name}>{machines.name}</Fact>}
          <Fact name={general.version}>{dcos.version}</Fact>
          {dcos['dcos-image-commit'] !== undefined && <Fact name={general.commit}>{dcos['dcos-image-commit']}</Fact>}
          {dcos['bootstrap-id'] !== undefined && <Fact name={general.bootstrap}>{dcos['bootstrap-id']}</Fact>}
          <Fact name={general.id}>
            <CopiableText text={metadata?.CLUSTER_ID} />
          </Fact>
          <Fact name={general.publicIp}>
            <CopiableText text={metadata?.PUBLIC_IPV4} />
          </Fact>
          {machines && (
            <>
              <Fact name={general.started}>
                <RelativeTime at={machines.startedAt} />
              </Fact>
              <Fact name={general.machines}>
                <Link to={machinePaths.machines()} className="text-accent hover:underline">
                  {general.machineCount(machines.machines.length)}
                </Link>
              </Fact>
            </>
          )}
          <Fact name={general.components}>
            <Link to={paths.components()} className="text-accent hover:underline">
              {general.toComponents}
            </Link>
          </Fact>
        </>
      )}
    </PartCard>
  );
}
