import { useGroupWords } from '../../../i18n/group-words.ts';
import { TabLinks } from '../../../ui/TabLinks.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** The views of a group: what is in it, and what needs what. */
export function GroupTabs({ groupId }: { groupId: string }) {
  const places = useMarathonPaths();
  const words = useGroupWords();
  return (
    <TabLinks
      label={words.views}
      tabs={[
        { to: places.group(groupId), label: words.applications, end: true },
        { to: places.dependencies(groupId), label: words.dependencies },
      ]}
    />
  );
}
