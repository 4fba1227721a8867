import { useQuery } from '@tanstack/react-query';
import type { ExplorerNodeData } from '../../../api/dcos/exhibitor.ts';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { znodeDataQuery } from '../../live/exhibitor-queries.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ApiError } from '../../util/http.ts';
import { contentOf, statOf } from './znode-content.ts';

/** What a znode holds and its counters. */
export function ZnodeDetails({ path }: { path: string }) {
  const { explorer: words } = useExhibitorWords();
  const { data, error, refetch } = useQuery(znodeDataQuery(path));
  const isGone = error instanceof ApiError && error.status === 404;
  return (
    <section aria-label={path} className="flex min-w-0 flex-col gap-4">
      <h2 className="flex items-center gap-2 font-mono text-sm font-semibold wrap-anywhere">
        {path}
        <CopyButton text={path} label={words.copyPath} />
      </h2>
      {isGone ? (
        <EmptyState title={words.gone}>{words.goneHint}</EmptyState>
      ) : data ? (
        <Content data={data} />
      ) : error ? (
        <ErrorState title={words.failed} detail={error.message} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </section>
  );
}

function Content({ data }: { data: ExplorerNodeData }) {
  const { explorer: words } = useExhibitorWords();
  const content = contentOf(data);
  const title = content.kind === 'hex' ? words.hex : words.data;
  return (
    <>
      <div className="flex flex-col gap-2">
        <h3 className="font-semibold">{title}</h3>
        {content.kind === 'empty' ? <p className="text-muted">{words.empty}</p> : <CodeBlock code={content.text} label={title} />}
      </div>
      <FactCard title={words.facts}>
        {inOrder(statOf(data), Object.keys(words.stat)).map(([name, value]) => (
          <Fact key={name} name={isKnown(name, words.stat) ? words.stat[name] : name}>
            <StatValue name={name} value={value} />
          </Fact>
        ))}
      </FactCard>
    </>
  );
}

/** The known counters as they are to be read, then all others. */
function inOrder(stat: ReadonlyMap<string, string>, order: readonly string[]): [string, string][] {
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...stat].sort(([a], [b]) => place(a) - place(b));
}

const isKnown = <Known extends object>(name: PropertyKey, known: Known): name is keyof Known => Object.hasOwn(known, name);

function StatValue({ name, value }: { name: string; value: string }) {
  const { explorer: words } = useExhibitorWords();
  if (name === 'ctime' || name === 'mtime') {
    const at = Date.parse(value);
    return Number.isNaN(at) ? value : <RelativeTime at={at} />;
  }
  if (name === 'ephemeralOwner') return /^(0x)?0+$/.test(value) ? words.persistent : words.ephemeral(value);
  return value;
}
