import { queriesOfTasks } from './names-of-tasks.ts';
import { startDns } from '../dns/start-dns.ts';
import { silentLog } from '../../cluster/kernel/log.ts';

// Serves the names of as many tasks as said by DNS, and prints the port: what `network-dns.ts` asks.

const tasks = Number(process.argv[2] ?? 1000);
const server = await startDns(queriesOfTasks(tasks), { address: '127.0.0.1', port: 0, recursion: false }, silentLog);
console.log(`port ${server.port}`);
