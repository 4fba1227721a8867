/**
 * A Mesos framework in one file, with nothing but `fetch`: it runs shell commands on the cluster, each to its end.
 *
 *     node examples/run-commands.ts http://127.0.0.1:5080/mesos 'echo one' 'sleep 1; echo two'
 *
 * Where the cluster wants a login, `DCOS_TOKEN` is the token for programs. It speaks the scheduler API v1 of any Mesos master, so
 * `http://master:5050` works as well. It prints each status; the exit code is 0 when every command ended well.
 */
import process from 'node:process';

interface Id {
  value: string;
}
interface Resource {
  name: string;
  scalar?: { value: number };
}
interface Offer {
  id: Id;
  agent_id: Id;
  resources: Resource[];
}
interface Status {
  task_id: Id;
  agent_id?: Id;
  state: string;
  message?: string;
  uuid?: string;
}
type SchedulerEvent =
  | { type: 'SUBSCRIBED'; subscribed: { framework_id: Id } }
  | { type: 'OFFERS'; offers: { offers: Offer[] } }
  | { type: 'UPDATE'; update: { status: Status } }
  | { type: 'ERROR'; error: { message: string } }
  | { type: 'HEARTBEAT' | 'RESCIND' | 'FAILURE' };

/** What one command needs: cpus, and MB of memory. */
const NEEDS = { cpus: 0.1, mem: 32 };
const ENDED = new Set(['TASK_FINISHED', 'TASK_FAILED', 'TASK_KILLED', 'TASK_ERROR', 'TASK_LOST']);

const [master, ...commands] = process.argv.slice(2);
if (master === undefined || commands.length === 0) {
  process.stderr.write("Say a master and commands: node examples/run-commands.ts http://127.0.0.1:5080/mesos 'echo hello'\n");
  process.exit(2);
}

const address = `${master}/api/v1/scheduler`;
const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
if (process.env['DCOS_TOKEN'] !== undefined) headers['authorization'] = `token=${process.env['DCOS_TOKEN']}`;

/** The line to the master: the answer to SUBSCRIBE goes on as long as the framework lives. */
const framework_info = { name: 'run-commands', user: 'root', roles: ['*'], capabilities: [{ type: 'MULTI_ROLE' }] };
const stream = await fetch(address, {
  method: 'POST',
  headers,
  body: JSON.stringify({ type: 'SUBSCRIBE', subscribe: { framework_info } }),
});
if (!stream.ok || !stream.body) {
  process.stderr.write(`The master refused: ${stream.status} ${await stream.text()}\n`);
  process.exit(1);
}
let framework_id: Id | undefined;

/** Every call but SUBSCRIBE names the framework and its stream; it is answered with 202 and nothing. */
async function call(type: string, part: Record<string, unknown> = {}): Promise<void> {
  const body = JSON.stringify({ type, framework_id, ...part });
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'mesos-stream-id': stream.headers.get('mesos-stream-id') ?? '' },
    body,
  });
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.status} ${await answer.text()}`);
}

/** Events are RecordIO: the number of bytes, a newline, that many bytes of JSON. Chunks may end anywhere. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<SchedulerEvent> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of body) {
    rest = Uint8Array.from([...rest, ...chunk]);
    for (let newline = rest.indexOf(10); newline >= 0; newline = rest.indexOf(10)) {
      const end = newline + 1 + Number(new TextDecoder().decode(rest.subarray(0, newline)));
      if (rest.length < end) break;
      yield JSON.parse(new TextDecoder().decode(rest.subarray(newline + 1, end))) as SchedulerEvent;
      rest = rest.subarray(end);
    }
  }
}

const waiting = commands.map((value, index) => ({ name: `command-${index + 1}`, value }));
const results = new Map<string, string>();

const scalar = (name: keyof typeof NEEDS): Resource & { type: string } => ({ name, type: 'SCALAR', scalar: { value: NEEDS[name] } });
const amountOf = ({ resources }: Offer, name: string): number => resources.find((resource) => resource.name === name)?.scalar?.value ?? 0;

/** Launches as many of the waiting commands as fit, and declines what is left. */
async function take(offer: Offer): Promise<void> {
  const room = Math.min(Math.floor(amountOf(offer, 'cpus') / NEEDS.cpus), Math.floor(amountOf(offer, 'mem') / NEEDS.mem));
  const task_infos = waiting.splice(0, room).map(({ name, value }) => ({
    name,
    task_id: { value: name },
    agent_id: offer.agent_id,
    resources: [scalar('cpus'), scalar('mem')],
    command: { shell: true, value },
  }));
  if (task_infos.length === 0) return call('DECLINE', { decline: { offer_ids: [offer.id] } });
  return call('ACCEPT', { accept: { offer_ids: [offer.id], operations: [{ type: 'LAUNCH', launch: { task_infos } }] } });
}

/** A status with a uuid is sent again until it is acknowledged. */
async function note({ task_id, agent_id, state, message, uuid }: Status): Promise<void> {
  process.stdout.write(`${task_id.value} ${state}${message === undefined ? '' : `: ${message}`}\n`);
  if (uuid !== undefined) await call('ACKNOWLEDGE', { acknowledge: { task_id, agent_id, uuid } });
  if (ENDED.has(state)) results.set(task_id.value, state);
}

for await (const event of eventsOf(stream.body)) {
  if (event.type === 'SUBSCRIBED') framework_id = event.subscribed.framework_id;
  else if (event.type === 'OFFERS') for (const offer of event.offers.offers) await take(offer);
  else if (event.type === 'UPDATE') await note(event.update.status);
  else if (event.type === 'ERROR') throw new Error(event.error.message);
  if (results.size < commands.length) continue;
  // while the stream is open: whoever hangs up first is only disconnected
  await call('TEARDOWN');
  process.exit([...results.values()].every((state) => state === 'TASK_FINISHED') ? 0 : 1);
}
throw new Error('The master hung up before every command had ended.');
