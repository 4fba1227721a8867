import { useGroupWords } from '../../../i18n/group-words.ts';
import { paths } from '../../../paths.ts';
import { TabLinks } from '../../../ui/TabLinks.tsx';

/** The views of a group: what is in it, and what needs what. */
export function GroupTabs({ groupId }: { groupId: string }) {
  const words = useGroupWords();
  return (
    <TabLinks
      label={words.views}
      tabs={[
        { to: paths.marathon.group(groupId), label: words.applications, end: true },
        { to: paths.marathon.dependencies(groupId), label: words.dependencies },
      ]}
    />
  );
}
