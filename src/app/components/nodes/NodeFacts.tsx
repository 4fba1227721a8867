import { useMessages } from '../../i18n/messages.ts';
import { type NodeSummary, share } from '../../live/cluster-summary.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { UsageBar } from '../../ui/UsageBar.tsx';
import { formatCpus, formatDateTime, formatMegabytes, formatRelative } from '../../util/format.ts';
import { useNow } from '../../util/use-now.ts';

/** What an agent offers and is: resources in use, identity, attributes. */
export function NodeFacts({ node }: { node: NodeSummary }) {
  const { node: words, nodes, dashboard } = useMessages().dcos;
  const now = useNow(10_000);
  const { used, total } = node;
  const attributes = Object.entries(node.attributes);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <FactCard title={words.resources}>
        <Fact name={nodes.columns.cpu}>
          <span className="w-36">
            <UsageBar fraction={share(used.cpus, total.cpus)} label={nodes.columns.cpu} color="cpu" />
          </span>
          <span className="text-muted">{dashboard.usedOf(formatCpus(used.cpus), dashboard.cpuUnit(formatCpus(total.cpus)))}</span>
        </Fact>
        <Fact name={nodes.columns.memory}>
          <span className="w-36">
            <UsageBar fraction={share(used.mem, total.mem)} label={nodes.columns.memory} color="mem" />
          </span>
          <span className="text-muted">{dashboard.usedOf(formatMegabytes(used.mem), formatMegabytes(total.mem))}</span>
        </Fact>
        <Fact name={nodes.columns.disk}>
          <span className="w-36">
            <UsageBar fraction={share(used.disk, total.disk)} label={nodes.columns.disk} color="disk" />
          </span>
          <span className="text-muted">{dashboard.usedOf(formatMegabytes(used.disk), formatMegabytes(total.disk))}</span>
        </Fact>
      </FactCard>
      <FactCard title={words.details}>
        <Fact name={words.id}>
          <span className="font-mono text-xs wrap-anywhere">{node.id}</span>
        </Fact>
        <Fact name={words.registered}>
          <time dateTime={new Date(node.registeredAt).toISOString()} title={formatDateTime(node.registeredAt)}>
            {formatRelative(node.registeredAt, now)}
          </time>
        </Fact>
        <Fact name={words.version}>{node.version}</Fact>
        <Fact name={words.attributes}>
          {attributes.length === 0 ? (
            <span className="text-muted">{words.noAttributes}</span>
          ) : (
            attributes.map(([key, value]) => (
              <span key={key} className="rounded-md bg-hover px-1.5 font-mono text-xs leading-5">
                {key}: {value}
              </span>
            ))
          )}
        </Fact>
      </FactCard>
    </div>
  );
}
