import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages.ts';
import { machinesQuery } from '../live/machines-query.ts';
import { Banner } from '../ui/Banner.tsx';
import { CodeBlock } from '../ui/CodeBlock.tsx';

/** On every page while containers are no real ones: nothing simulated may look real. */
export function SimulationBanner() {
  const { shell } = useMessages();
  const { data } = useQuery(machinesQuery);
  if (data?.containers.kind !== 'simulated') return undefined;
  const { reason, remedy } = data.containers;
  const everything = data.commands.kind === 'simulated';
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
