import * as z from 'zod/mini';
import { useMessages } from '../../i18n/messages.ts';
import { LastFailure } from './parts/LastFailure.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useAppContext } from './parts/use-app.ts';
import { WaitingReasons } from './parts/WaitingReasons.tsx';

const versionInfoSchema = z.looseObject({ lastScalingAt: z.string(), lastConfigChangeAt: z.string() });

/** Why an app is as it is: what it waits for, what failed last, when it was changed. */
export function DebugTab() {
  const { app: words, failure } = useMessages().marathon;
  const { app, queued } = useAppContext();
  const versions = versionInfoSchema.safeParse(app['versionInfo']);
  return (
    <div className="flex flex-col gap-4">
      {queued?.delay.overdue && <WaitingReasons app={app} queued={queued} />}
      {app.lastTaskFailure ? <LastFailure appId={app.id} failure={app.lastTaskFailure} /> : <p className="text-muted">{failure.none}</p>}
      {versions.success && (
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{words.changes}</h2>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            <dt className="text-muted">{words.lastScaling}</dt>
            <dd>
              <RelativeTime at={Date.parse(versions.data.lastScalingAt)} />
            </dd>
            <dt className="text-muted">{words.lastConfigChange}</dt>
            <dd>
              <RelativeTime at={Date.parse(versions.data.lastConfigChangeAt)} />
            </dd>
          </dl>
        </section>
      )}
    </div>
  );
}
