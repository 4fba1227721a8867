import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { HEALTH, type UnitOnNode } from '../../../api/dcos/health.ts';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useUnitWords } from '../../i18n/unit-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { unitOnNodeQuery, unitQuery } from '../../live/health-queries.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import { machinesQuery } from '../../live/machines-query.ts';
import { machinePaths } from '../../machine-paths.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { classNames } from '../../util/class-names.ts';

/** A component on one node: how it is, what it wrote last and where to look on. */
export function ComponentOnNodePage() {
  const words = useComponentsWords();
  const { common } = useMessages();
  const { unitId = '', host = '' } = useParams();
  const unit = useQuery(unitQuery(unitId)).data;
  const here = useQuery(unitOnNodeQuery(unitId, host));
  const { control } = useUnitWords();
  const isOurs = useQuery(machinesQuery).data?.machines.some(({ ip }) => ip === host) === true;
  const crumbs = [
    { label: words.title, to: paths.components() },
    { label: unit?.name ?? unitId, to: paths.component(unitId) },
  ];
  return (
    <Page
      title={host}
      crumbs={crumbs}
      actions={
        isOurs && (
          <ButtonLink to={machinePaths.unitOnNode(unitId, host)} variant="outline" harmless preventScrollReset>
            {control}
          </ButtonLink>
        )
      }
    >
      {here.isPending && <Skeleton className="h-40" />}
      {here.error && !here.data && (
        <ErrorState
          title={words.cannotLoad}
          detail={here.error.message}
          advice={common.failureAdvice}
          onRetry={() => void here.refetch()}
        />
      )}
      {here.data && (
        <div className={classNames('flex flex-col gap-4', here.isError && 'stale')}>
          <UnitFacts unitId={unitId} here={here.data} />
          <section aria-label={words.outputTitle}>
            <h2 className="pb-2 font-semibold">{words.outputTitle}</h2>
            {here.data.output === '' ? (
              <p className="text-muted">{here.data.health === HEALTH.healthy ? words.noOutput : words.saidNothing}</p>
            ) : (
              <CodeBlock label={words.output(host)} code={here.data.output} />
            )}
          </section>
          {here.data.help !== '' && (
            <section aria-label={words.help}>
              <h2 className="pb-2 font-semibold">{words.help}</h2>
              <p className="text-muted wrap-anywhere">{here.data.help}</p>
            </section>
          )}
        </div>
      )}
      <Outlet />
    </Page>
  );
}

function UnitFacts({ unitId, here }: { unitId: string; here: UnitOnNode }) {
  const { details, facts, roles } = useComponentsWords();
  const { health } = useMessages().dcos;
  return (
    <FactCard title={details}>
      <Fact name={facts.health}>
        <StatusText tone={healthTone(here.health)}>{healthWord(here.health, health)}</StatusText>
      </Fact>
      {here.since !== undefined && (
        <Fact name={facts.since}>
          <RelativeTime at={here.since} />
        </Fact>
      )}
      {here.reason !== undefined && <Fact name={facts.reason}>{here.reason}</Fact>}
      <Fact name={facts.role}>{roles[here.role]}</Fact>
      <Fact name={facts.unit}>
        <span className="font-mono text-xs">{unitId}</span>
      </Fact>
    </FactCard>
  );
}
