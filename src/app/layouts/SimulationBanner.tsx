import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { machinesQuery } from '../live/machines-query.ts';
import { lazyPart } from '../util/load-again.ts';

const SimulationNotice = lazyPart(async () => ({ default: (await import('./SimulationNotice.tsx')).SimulationNotice }));

/** On every page while containers are no real ones: nothing simulated may look real. */
export function SimulationBanner() {
  const { data } = useQuery(machinesQuery);
  if (data?.containers.kind !== 'simulated') return undefined;
  return (
    <Suspense fallback={<div className="h-29 max-sm:h-60" />}>
      <SimulationNotice containers={data.containers} commands={data.commands} />
    </Suspense>
  );
}
