import { notBuilt } from '../../api/http/fetch.ts';
import { empty, type Endpoint, type EndpointCall } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import type { MasterContext } from './context.ts';
import { removeFramework } from './frameworks.ts';

/** What operators post as forms: `/teardown`, reservations, volumes, machines. */
export function formEndpoints(context: MasterContext): Endpoint[] {
  const post = (path: string, handle: (call: EndpointCall) => unknown): Endpoint => ({ path, methods: ['POST'], handle });
  const onAgent = (path: string): Endpoint => post(path, ({ request }) => agentOperation(context, request));
  return [
    post('/teardown', ({ request }) => teardown(context, request)),
    onAgent('/reserve'),
    onAgent('/unreserve'),
    onAgent('/create-volumes'),
    onAgent('/destroy-volumes'),
    post('/machine/down', ({ request }) => notBuilt('Mesos', request)),
    post('/machine/up', ({ request }) => notBuilt('Mesos', request)),
  ];
}

async function field(request: Request, name: string): Promise<string> {
  const value = new URLSearchParams(await request.clone().text()).get(name);
  if (value === null) throw new HttpError(400, `Missing '${name}' query parameter in the request body`);
  return value;
}

async function teardown(context: MasterContext, request: Request): Promise<Response> {
  tearDown(context, await field(request, 'frameworkId'));
  return empty();
}

/** Ends a framework for good. Throws HttpError 400 for an unknown one. */
export function tearDown(context: MasterContext, frameworkId: string): void {
  const framework = context.state.frameworks.get(frameworkId);
  if (!framework) throw new HttpError(400, 'No framework found with specified ID');
  framework.send?.({ type: 'ERROR', error: { message: 'Framework has been torn down by an operator' } });
  removeFramework(context, framework);
}

async function agentOperation({ state }: MasterContext, request: Request): Promise<Response> {
  const agentId = await field(request, 'slaveId');
  if (!state.agents.has(agentId)) throw new HttpError(400, 'No agent found with specified ID');
  return notBuilt('Mesos', request);
}
