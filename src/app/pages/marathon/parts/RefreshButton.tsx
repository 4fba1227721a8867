import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useAppWords } from '../../../i18n/app-words.ts';
import { marathonKeys } from '../../../live/marathon-queries.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { classNames } from '../../../util/class-names.ts';

/** Reads an app, its versions and its place in the queue anew, for those who do not trust what comes by itself. */
export function RefreshButton({ appId }: { appId: string }) {
  const { refresh } = useAppWords();
  const client = useQueryClient();
  const reading = useIsFetching({ queryKey: marathonKeys.app(appId) }) > 0;
  const readAgain = () => {
    for (const queryKey of [marathonKeys.app(appId), marathonKeys.queue, marathonKeys.deployments, ['mesos']]) {
      void client.refetchQueries({ queryKey, type: 'active' });
    }
  };
  return (
    <IconButton label={refresh} className="size-9 border border-line-strong/60" onClick={readAgain}>
      <RefreshCw aria-hidden size={16} className={classNames(reading && 'motion-safe:animate-spin')} />
    </IconButton>
  );
}
