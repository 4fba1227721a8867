import { every } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Balancer, VipSockets } from './sockets.ts';

/** A client comes each so many ms to each VIP, and stays for a time in this range. */
const CLIENT_EACH_MS = 2000;
const STAYS_MS = [500, 8000] as const;

/** Where nothing can listen, as in a page: made-up clients come, stay for a while and go. Backends never fail. */
export function simulatedSockets({ clock, random }: Pick<Kernel, 'clock' | 'random'>): VipSockets {
  function visit(balancer: Balancer): void {
    const attempt = balancer.next(new Set());
    if (!attempt) return;
    attempt.connected(random.int(1, 30) / 10);
    clock.after(random.int(...STAYS_MS), () => {
      attempt.moved(random.int(100, 2000), random.int(1000, 100_000));
      attempt.closed();
    });
  }
  return {
    simulated: true,
    async open(_at, balancer) {
      const clients = every(clock, CLIENT_EACH_MS, () => visit(balancer));
      return { close: () => clients.cancel() };
    },
  };
}
