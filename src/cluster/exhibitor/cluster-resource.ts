import { Hono } from 'hono';
import {
  SWITCHES,
  ZOOKEEPER_STATE,
  type ActionResult,
  type ClusterList,
  type ClusterStatus,
  type HostAnswer,
  type ServerState,
  type Switches,
} from '../../api/dcos/exhibitor.ts';
import { SUPERVISOR_ACTIONS, type EnsembleView, type ServerView, type SupervisorAction } from './ensemble-view.ts';

/** `/cluster/*`: the servers of the ensemble. */
export function clusterResource(ensemble: EnsembleView): Hono {
  const api = new Hono();
  const switches: Switches = { restarts: true, cleanup: true, backups: true };
  const stateOf = ({ state, isLeader }: ServerView): ServerState => ({
    switches,
    state: ZOOKEEPER_STATE[state],
    description: state,
    isLeader,
  });

  api.get('/status', async (c) => c.json<ClusterStatus>((await ensemble.servers()).map(statusOf)));
  api.get('/list', async (c) => {
    const servers = (await ensemble.servers()).map(({ hostname }) => hostname);
    if (!c.req.header('accept')?.includes('x-www-form-urlencoded')) return c.json<ClusterList>({ servers, port: ensemble.port });
    const named = servers.map((server, index) => `server${index}=${encodeURIComponent(server)}`);
    const form = [`count=${servers.length}`, ...named, `port=${ensemble.port}`].join('&');
    return c.body(form, 200, { 'content-type': 'application/x-www-form-urlencoded' });
  });
  api.get('/state', async (c) => c.json<ServerState>(stateOf((await ensemble.servers())[0])));
  api.get('/state/:host', async (c) =>
    c.json<HostAnswer>(await answerOf(async () => stateOf(await serverAt(ensemble, c.req.param('host'))))),
  );
  api.get('/4ltr/:word', async (c) => c.text(await ensemble.say(c.req.param('word'), (await ensemble.servers())[0].hostname)));
  api.get('/4ltr/:word/:host', async (c) => {
    const { word, host } = c.req.param();
    return c.json<HostAnswer>(await answerOf(async () => ensemble.say(word, (await serverAt(ensemble, host)).hostname)));
  });
  api.get('/log', async (c) => c.text(ensemble.log((await ensemble.servers())[0].hostname)));
  api.get('/log/:host', async (c) =>
    c.json<HostAnswer>(await answerOf(async () => ensemble.log((await serverAt(ensemble, c.req.param('host'))).hostname))),
  );
  api.get('/set/:type/:value', (c) => c.json<ActionResult>(setSwitch(switches, c.req.param('type'), c.req.param('value'))));
  for (const action of SUPERVISOR_ACTIONS) {
    api.get(`/${action}`, async (c) => c.json<ActionResult>(await supervise(ensemble, action, (await ensemble.servers())[0].hostname)));
    api.get(`/${action}/:host`, async (c) => c.json<ActionResult>(await supervise(ensemble, action, c.req.param('host'))));
  }
  return api;
}

const statusOf = ({ hostname, state, isLeader }: ServerView): ClusterStatus[number] => ({
  code: ZOOKEEPER_STATE[state],
  description: state,
  hostname,
  isLeader,
});

async function serverAt(ensemble: EnsembleView, hostname: string): Promise<ServerView> {
  const found = (await ensemble.servers()).find((server) => server.hostname === hostname);
  if (!found) throw new Error(`There is no server ${hostname} in the ensemble: see /exhibitor/v1/cluster/list.`);
  return found;
}

async function answerOf(ask: () => Promise<unknown>): Promise<HostAnswer> {
  try {
    return { response: await ask(), errorMessage: '', success: true };
  } catch (fault) {
    return { response: null, errorMessage: messageOf(fault), success: false };
  }
}

function setSwitch(switches: Switches, type: string, value: string): ActionResult {
  const name = SWITCHES.find((known) => known === type);
  if (!name) return { succeeded: false, message: `There is no switch ${type}: say ${SWITCHES.join(', ')}.` };
  if (value !== 'true' && value !== 'false') return { succeeded: false, message: 'Say true or false.' };
  switches[name] = value === 'true';
  return { succeeded: true, message: 'OK' };
}

async function supervise(ensemble: EnsembleView, action: SupervisorAction, host: string): Promise<ActionResult> {
  if (!ensemble.supervise)
    return { succeeded: false, message: `This Exhibitor only looks on: ${action} the servers of ZooKeeper where they run.` };
  try {
    await ensemble.supervise(action, (await serverAt(ensemble, host)).hostname);
    return { succeeded: true, message: 'OK' };
  } catch (fault) {
    return { succeeded: false, message: messageOf(fault) };
  }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
