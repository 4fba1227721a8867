import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { chronosLeaderQuery } from '../../live/cluster-facts.ts';
import { marathonInfoQuery } from '../../live/marathon-info.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Fact } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { PartCard } from './PartCard.tsx';

/** The leading Marathon. */
export function MarathonFacts() {
  const { marathon: words, unknown } = useClusterWords();
  return (
    <PartCard title={words.title} part={useQuery(marathonInfoQuery)}>
      {(info) => (
        <>
          <Fact name={words.version}>{info.version}</Fact>
          <Fact name={words.leader}>{info.leader ?? unknown}</Fact>
          <Fact name={words.frameworkId}>
            <FrameworkLink id={info.frameworkId ?? undefined} />
          </Fact>
        </>
      )}
    </PartCard>
  );
}

/** The leading Chronos; what its own API does not tell is known to Mesos. */
export function ChronosFacts() {
  const { chronos: words } = useClusterWords();
  const frameworks = useQuery(frameworksQuery).data?.frameworks;
  const framework = frameworks?.find(({ name }) => /^chronos/i.test(name));
  return (
    <PartCard title={words.title} part={useQuery(chronosLeaderQuery)}>
      {(leader) => (
        <>
          <Fact name={words.version}>
            <span className="text-muted">{words.noVersion}</span>
          </Fact>
          <Fact name={words.leader}>{leader}</Fact>
          <Fact name={words.frameworkId}>
            <FrameworkLink id={framework?.id} />
          </Fact>
          {framework && (
            <Fact name={words.registered}>
              <RelativeTime at={framework.registeredAt} />
            </Fact>
          )}
        </>
      )}
    </PartCard>
  );
}

function FrameworkLink({ id }: { id: string | undefined }) {
  const { unknown } = useClusterWords();
  if (id === undefined) return <span className="text-muted">{unknown}</span>;
  return (
    <Link to={mesosPaths.framework(id)} className="font-mono text-xs text-accent wrap-anywhere hover:underline">
      {id}
    </Link>
  );
}
