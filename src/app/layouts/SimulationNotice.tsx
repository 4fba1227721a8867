import type { ClusterDescription } from '../../api/machines/cluster.ts';
import { useMessages } from '../i18n/messages.ts';
import { Banner } from '../ui/Banner.tsx';
import { CodeBlock } from '../ui/CodeBlock.tsx';

/** What is simulated, why, and what would change that. */
export function SimulationNotice({ containers, commands }: Pick<ClusterDescription, 'containers' | 'commands'>) {
  const { shell } = useMessages();
  const { reason, remedy } = containers;
  const everything = commands.kind === 'simulated';
  return (
    <div className="px-4 pt-4 sm:px-6">
      <Banner
        tone="warn"
        title={everything ? shell.simulated.everythingTitle : shell.simulated.title}
        action={
          remedy !== undefined && (
            <div className="min-w-0 grow-0 basis-96 max-sm:basis-full">
              <p className="pb-1">{shell.simulated.remedy}</p>
              <CodeBlock label={shell.simulated.remedy} code={remedy} />
            </div>
          )
        }
      >
        {reason !== undefined && `${reason} `}
        {everything ? shell.simulated.everything : shell.simulated.containers}
      </Banner>
    </div>
  );
}
