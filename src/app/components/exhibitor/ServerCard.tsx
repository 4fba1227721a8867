import { useQuery } from '@tanstack/react-query';
import { type ClusterStatus, ZOOKEEPER_STATE } from '../../../api/dcos/exhibitor.ts';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { serverWordsQuery } from '../../live/exhibitor-queries.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';

type Server = ClusterStatus[number];

/** One server of the ensemble. */
export function ServerCard({ server }: { server: Server }) {
  const { servers: words } = useExhibitorWords();
  const { hostname, code, description, isLeader } = server;
  const states: Readonly<Record<string, string>> = words.states;
  const isServing = code === ZOOKEEPER_STATE.serving;
  return (
    <div className="flex flex-col gap-2">
      <FactCard title={hostname}>
        <Fact name={words.state}>
          <StatusText tone={toneOf(code)}>{states[description] ?? description}</StatusText>
        </Fact>
        {isServing && <Fact name={words.role}>{isLeader ? words.leader : words.follower}</Fact>}
      </FactCard>
      {isServing && <ServerWords hostname={hostname} />}
    </div>
  );
}

const toneOf = (code: number): Tone => {
  if (code === ZOOKEEPER_STATE.serving) return 'ok';
  return code === ZOOKEEPER_STATE.latent ? 'idle' : 'danger';
};

function ServerWords({ hostname }: { hostname: string }) {
  const { servers: words } = useExhibitorWords();
  const { data } = useQuery(serverWordsQuery(hostname));
  if (!data) return undefined;
  if (!data.success || data.response === null) return <p className="px-1 text-muted">{data.errorMessage || words.silent}</p>;
  return <CodeBlock code={data.response.trim()} label={`${hostname}: ${words.says}`} />;
}
