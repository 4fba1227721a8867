import { resourcesSchema, schemaFault } from '../../api/mesos/resource-schema.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { OfferOperation } from '../../api/mesos/scheduler.ts';
import { empty, type Endpoint, type EndpointCall } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import { bodyText } from '../rest/body-text.ts';
import type { MasterContext } from './context.ts';
import { removeFramework } from './frameworks.ts';
import { postDown, postUp } from './maintenance.ts';
import { agentOf, operateOnAgent } from './operator-operations.ts';

/** What operators post as forms: `/teardown`, reservations, volumes, machines. */
export function formEndpoints(context: MasterContext): Endpoint[] {
  const post = (path: string, handle: (call: EndpointCall) => unknown): Endpoint => ({ path, methods: ['POST'], handle });
  const onAgent = (path: string, list: 'resources' | 'volumes', operation: (listed: Resource[]) => OfferOperation): Endpoint =>
    post(path, ({ request }) => agentOperation(context, request, list, operation));
  return [
    post('/teardown', ({ request }) => teardown(context, request)),
    onAgent('/reserve', 'resources', (resources) => ({ type: 'RESERVE', reserve: { resources } })),
    onAgent('/unreserve', 'resources', (resources) => ({ type: 'UNRESERVE', unreserve: { resources } })),
    onAgent('/create-volumes', 'volumes', (volumes) => ({ type: 'CREATE', create: { volumes } })),
    onAgent('/destroy-volumes', 'volumes', (volumes) => ({ type: 'DESTROY', destroy: { volumes } })),
    post('/machine/down', ({ request }) => postDown(context, request)),
    post('/machine/up', ({ request }) => postUp(context, request)),
  ];
}

const formOf = async (request: Request): Promise<URLSearchParams> => new URLSearchParams(await bodyText(request));

function field(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null) throw new HttpError(400, `Missing '${name}' query parameter in the request body`);
  return value;
}

async function teardown(context: MasterContext, request: Request): Promise<Response> {
  tearDown(context, field(await formOf(request), 'frameworkId'));
  return empty();
}

/** Ends a framework for good. Throws HttpError 400 for an unknown one. */
export function tearDown(context: MasterContext, frameworkId: string): void {
  const framework = context.state.frameworks.get(frameworkId);
  if (!framework) throw new HttpError(400, 'No framework found with specified ID');
  framework.send?.({ type: 'ERROR', error: { message: 'Framework has been torn down by an operator' } });
  removeFramework(context, framework);
}

async function agentOperation(
  context: MasterContext,
  request: Request,
  list: 'resources' | 'volumes',
  operation: (listed: Resource[]) => OfferOperation,
): Promise<Response> {
  const form = await formOf(request);
  const agent = agentOf(context, field(form, 'slaveId'));
  const body = field(form, list);
  operateOnAgent(context, agent, operation(parseResources(body, list)));
  return empty(202);
}

function parseResources(body: string, list: string): Resource[] {
  try {
    return resourcesSchema.parse(JSON.parse(body));
  } catch (fault) {
    throw new HttpError(400, `Error in parsing '${list}' query parameter in the request body: ${schemaFault(fault)}`);
  }
}
