import { every, realClock } from '../../cluster/kernel/clock.ts';
import { serve } from '../http/serve.ts';
import { busyMesos } from './busy-mesos.ts';

// A Mesos master of 1,000 agents and 10,000 tasks for the benches of proxies, in a process of its own; it changes all the time, so
// that no answer is good for long. `/asked` says how often its `/state-summary` was asked for.

const AGENTS = 1_000;
const TASKS = 10_000;
const CHANGE_MS = 250;

const { mesos, change } = await busyMesos(AGENTS, TASKS);
let asked = 0;
const server = await serve(
  async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/asked') return new Response(String(asked));
    if (pathname === '/state-summary') asked++;
    return mesos.master.fetch(request);
  },
  { address: '127.0.0.1', port: 0 },
);
every(realClock(), CHANGE_MS, () => void change());
console.log(`listens on ${server.port}`);
