import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ZOOKEEPER_STATE } from '../../../api/dcos/exhibitor.ts';
import { exhibitorPaths } from '../../exhibitor-paths.ts';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { mesosDnsVersionQuery, zooKeeperServersQuery } from '../../live/cluster-facts.ts';
import { Fact } from '../../ui/FactCard.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { PartCard } from './PartCard.tsx';

/** The servers of ZooKeeper: how each is and which of them leads. */
export function ZooKeeperFacts() {
  const { zooKeeper: words } = useClusterWords();
  return (
    <PartCard title={words.title} part={useQuery(zooKeeperServersQuery)}>
      {(servers) => (
        <>
          {servers.map(({ hostname, code, description, isLeader }) => (
            <Fact key={hostname} name={hostname}>
              <StatusText tone={code === ZOOKEEPER_STATE.serving ? 'ok' : 'danger'}>{stateWord(description, words.states)}</StatusText>
              {isLeader && <span className="text-muted">{words.leads}</span>}
            </Fact>
          ))}
          <Fact name={words.znodes}>
            <Link to={exhibitorPaths.explorer()} className="text-accent hover:underline">
              {words.explore}
            </Link>
          </Fact>
        </>
      )}
    </PartCard>
  );
}

/** Exhibitor's own word for a state that is not known here. */
const stateWord = (description: string, words: Readonly<Record<string, string>>): string => words[description] ?? description;

/** The names of masters, agents and tasks. */
export function MesosDnsFacts() {
  const { dns: words } = useClusterWords();
  return (
    <PartCard title={words.title} part={useQuery(mesosDnsVersionQuery)}>
      {(version) => <Fact name={words.version}>{version}</Fact>}
    </PartCard>
  );
}
