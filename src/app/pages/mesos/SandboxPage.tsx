import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { SandboxFiles } from '../../components/sandbox-files/SandboxFiles.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { agentQuery } from '../../live/mesos-agents.ts';
import { executorsQuery } from '../../live/mesos-executors.ts';
import { mesosPaths } from '../../mesos-paths.ts';

/** The files below one directory of an agent, which is the sandbox of an executor or lies in it. */
export function SandboxPage() {
  const words = useMesosWords();
  const { agentId = '', directory = '' } = useParams();
  const host = useQuery(agentQuery(agentId)).data?.hostname ?? agentId;
  const executor = useQuery(executorsQuery(agentId)).data?.executors.find((each) => isWithin(directory, each.directory));
  return (
    <Page
      title={words.columns.sandbox}
      crumbs={[
        { label: words.agents.title, to: mesosPaths.agents() },
        { label: host, to: mesosPaths.agent(agentId) },
        ...(executor ? [{ label: executor.id, to: mesosPaths.executor(agentId, executor.frameworkId, executor.id) }] : []),
      ]}
      below={<p className="font-mono text-xs text-muted wrap-anywhere">{directory}</p>}
    >
      <SandboxFiles agentId={agentId} root={directory} />
    </Page>
  );
}

const isWithin = (path: string, directory: string): boolean => path === directory || path.startsWith(`${directory}/`);
