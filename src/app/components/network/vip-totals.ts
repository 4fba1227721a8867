import type { BackendState, VipUsage } from '../../../api/dcos/vips.ts';
import type { Tone } from '../../ui/tones.ts';

/** What is counted of each backend. */
export type Carried = 'open' | 'opened' | 'bytesIn' | 'bytesOut';

export const BACKEND_TONES: Record<BackendState, Tone> = { serving: 'ok', shunned: 'warn', unhealthy: 'danger', draining: 'idle' };

/** Backends that get new connections. */
export const servingBackends = ({ backends }: VipUsage): number => backends.filter(({ state }) => state === 'serving').length;

/** A count of all backends together. */
export const totalOf = ({ backends }: VipUsage, field: Carried): number => backends.reduce((sum, backend) => sum + backend[field], 0);
