import { type Health, HEALTH } from '../../api/dcos/health.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Tone } from '../ui/tones.ts';

const TONES: Record<Health, Tone> = {
  [HEALTH.healthy]: 'ok',
  [HEALTH.unhealthy]: 'danger',
  [HEALTH.warning]: 'warn',
  [HEALTH.unknown]: 'idle',
};

export const healthTone = (health: Health): Tone => TONES[health];

export function healthWord(health: Health, words: Messages['dcos']['health']): string {
  return {
    [HEALTH.healthy]: words.healthy,
    [HEALTH.unhealthy]: words.unhealthy,
    [HEALTH.warning]: words.warning,
    [HEALTH.unknown]: words.unknown,
  }[health];
}
