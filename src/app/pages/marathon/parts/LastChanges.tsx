import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { Fact } from '../../../ui/FactCard.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { TitledSection } from './TitledSection.tsx';

/** When the app was last scaled or restarted, and last changed. A change of the configuration counts as scaling too. */
export function LastChanges({ app }: { app: AppDetail }) {
  const { changes: words } = useDebugWords();
  const { lastScalingAt, lastConfigChangeAt } = app.versionInfo ?? {};
  return (
    <TitledSection title={words.title}>
      {!lastConfigChangeAt ? (
        <p className="text-muted">{words.unknown}</p>
      ) : (
        <dl className="grid grid-cols-[8.5rem_1fr] gap-y-2">
          <Fact name={words.scaling}>
            {!lastScalingAt || lastScalingAt === lastConfigChangeAt ? (
              <span className="text-muted">{words.none}</span>
            ) : (
              <ExactTime at={Date.parse(lastScalingAt)} />
            )}
          </Fact>
          <Fact name={words.configuration}>
            <ExactTime at={Date.parse(lastConfigChangeAt)} />
          </Fact>
        </dl>
      )}
    </TitledSection>
  );
}

function ExactTime({ at }: { at: number }) {
  return (
    <>
      {formatDateTime(at)} <RelativeTime at={at} />
    </>
  );
}
