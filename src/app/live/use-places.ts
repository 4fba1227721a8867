import { useQuery } from '@tanstack/react-query';
import { type Place, PLACES } from '../util/places.ts';
import { machinesQuery } from './machines-query.ts';

const WITHOUT_MACHINES: readonly Place[] = PLACES.filter(({ id }) => id !== 'machines');

/** Whether machines can be managed here: in front of a real cluster there are none. */
export function useHasMachines(): boolean {
  return useQuery({ ...machinesQuery, select: (cluster) => cluster !== null }).data === true;
}

/** The main pages that this cluster has. */
export function usePlaces(): readonly Place[] {
  return useHasMachines() ? PLACES : WITHOUT_MACHINES;
}
