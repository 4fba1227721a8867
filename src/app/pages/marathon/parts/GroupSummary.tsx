import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import { type AppRow, sumOf } from '../rules/app-rows.ts';
import { GroupTabs } from './GroupTabs.tsx';
import { HealthBar } from './HealthBar.tsx';

/** Of a group: how much is in it, how that is, and its views. */
export function GroupSummary({ groupId, apps }: { groupId: string; apps: readonly AppRow[] }) {
  const { list } = useMessages().marathon;
  const words = useGroupWords();
  const totals = sumOf(apps);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap gap-x-4 text-sm text-muted">
        <span>{words.appCount(apps.length)}</span>
        <span>
          {list.cpu} {formatCpus(totals.cpus)}
        </span>
        <span>
          {list.memory} {formatMegabytes(totals.mem)}
        </span>
        <span>{words.instances(list.runningOf(totals.tasksRunning, totals.instances))}</span>
      </p>
      {apps.length > 0 && <HealthBar counts={totals} legend />}
      <GroupTabs groupId={groupId} />
    </div>
  );
}
