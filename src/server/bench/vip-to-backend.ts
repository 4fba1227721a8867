import { realClock } from '../../cluster/kernel/clock.ts';
import { createBalancer } from '../../cluster/minuteman/balancer.ts';
import { vipSockets } from '../minuteman/vip-sockets.ts';

// Serves one VIP at the first port in front of a backend at the second one: what `network-vips.ts` measures.

const [port = 0, backend = 0] = process.argv.slice(2).map(Number);
const balancer = createBalancer(realClock());
balancer.update([{ id: 'backend', ip: '127.0.0.1', port: backend, taskId: 'backend', agentId: 'S0', weight: 1 }]);
await vipSockets().open({ protocol: 'tcp', address: '127.0.0.1', port }, balancer);
console.log(`port ${port}`);
