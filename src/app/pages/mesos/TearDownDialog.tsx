import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { OperatorDialog } from '../../components/mesos/OperatorDialog.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { tearDownFramework } from '../../live/mesos-operator-actions.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { mesosPaths } from '../../mesos-paths.ts';

export function TearDownDialog() {
  const { framework: words } = useMesosWords();
  const frameworkId = useParams()['frameworkId'] ?? '';
  const name = useQuery(frameworksQuery).data?.frameworks.find(({ id }) => id === frameworkId)?.name ?? frameworkId;
  const tasks = useQuery(summaryQuery()).data?.activeByFramework[frameworkId] ?? 0;
  return (
    <OperatorDialog
      title={words.tearDownTitle(name)}
      label={words.tearDown}
      danger
      back={mesosPaths.framework(frameworkId)}
      done={words.toreDown(name)}
      action={() => tearDownFramework(frameworkId)}
    >
      <p>{words.tearDownText(name, tasks)}</p>
    </OperatorDialog>
  );
}
