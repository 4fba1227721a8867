import { useQuery } from '@tanstack/react-query';
import { Download, LayoutGrid, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import type { HealthUnit } from '../../../api/dcos/health.ts';
import { componentColumns } from '../../components/health/component-columns.tsx';
import { unitFields } from '../../components/health/health-fields.ts';
import { HealthTable } from '../../components/health/HealthTable.tsx';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useUnitWords } from '../../i18n/unit-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { HEALTH_REPORT, unitsQuery } from '../../live/health-queries.ts';
import { machinePaths } from '../../machine-paths.ts';
import { paths } from '../../paths.ts';
import { buttonLook } from '../../ui/button-look.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { withBase } from '../../util/http.ts';

const rowKey = (unit: HealthUnit): string => unit.id;
const rowLink = (unit: HealthUnit): string => paths.component(unit.id);

/** The parts that DC/OS is made of and whether they are well, as 3dt reports them. */
export function ComponentsPage() {
  const words = useComponentsWords();
  const { diagram } = useUnitWords();
  const { health } = useMessages().dcos;
  const units = useQuery(unitsQuery);
  const columns = useMemo(() => componentColumns(words, health), [words, health]);
  return (
    <Page
      title={words.title}
      actions={
        units.data && (
          <>
            <ButtonLink to={machinePaths.diagram()} variant="outline" harmless>
              <Workflow aria-hidden size={16} />
              {diagram.link}
            </ButtonLink>
            <a href={withBase(HEALTH_REPORT)} download className={buttonLook()}>
              <Download aria-hidden size={16} />
              {words.download}
            </a>
          </>
        )
      }
    >
      <HealthTable
        label={words.title}
        filterLabel={words.filter}
        fields={unitFields}
        columns={columns}
        rows={units.data}
        rowKey={rowKey}
        rowLink={rowLink}
        noMatch={words.noMatch}
        failure={units.error}
        onRetry={() => void units.refetch()}
        empty={<EmptyState icon={<LayoutGrid aria-hidden size={32} />} title={words.empty} />}
      />
    </Page>
  );
}
