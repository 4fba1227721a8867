import type { AppDefinition, Container, HealthCheckDefinition, PortDefinition } from '../../../api/marathon/definition.ts';

export type Json = Record<string, unknown>;

/** Without what Marathon 1.10 does not print: unset options. */
export function present(fields: Json): Json {
  for (const key of Object.keys(fields)) if (fields[key] === undefined) delete fields[key];
  return fields;
}

export const filledList = <T>(list: readonly T[] | undefined): readonly T[] | undefined => (list?.length ? list : undefined);

export function filledMap<T>(map: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> | undefined {
  return map && Object.keys(map).length > 0 ? map : undefined;
}

const portDefinition = ({ port, labels, name, protocol }: PortDefinition): Json =>
  present({ port, labels: filledMap(labels), name, protocol });

function container({ type, docker, volumes, portMappings, linuxInfo }: Container): Json {
  return present({
    type,
    docker:
      docker &&
      present({
        credential: docker.credential,
        forcePullImage: docker.forcePullImage,
        image: docker.image,
        parameters: docker.parameters ?? [],
        privileged: docker.privileged ?? false,
        pullConfig: docker.pullConfig,
      }),
    volumes,
    portMappings: portMappings?.map((mapping) =>
      present({
        containerPort: mapping.containerPort,
        hostPort: mapping.hostPort,
        labels: mapping.labels,
        name: mapping.name,
        protocol: mapping.protocol,
        servicePort: mapping.servicePort,
        networkNames: filledList(mapping.networkNames),
      }),
    ),
    linuxInfo,
  });
}

/** `ignoreHttp1xx` reads false whatever was posted, as recorded. */
function healthCheck(check: HealthCheckDefinition): Json {
  return present({
    command: check.command,
    gracePeriodSeconds: check.gracePeriodSeconds,
    ignoreHttp1xx: check.ignoreHttp1xx === undefined ? undefined : false,
    intervalSeconds: check.intervalSeconds,
    maxConsecutiveFailures: check.maxConsecutiveFailures,
    path: check.path,
    port: check.port,
    portIndex: check.portIndex,
    protocol: check.protocol,
    ipProtocol: check.ipProtocol ?? 'IPv4',
    timeoutSeconds: check.timeoutSeconds,
    delaySeconds: check.delaySeconds,
  });
}

/** An app as Marathon 1.10 prints it: its order of keys, and only those that are set. */
export function renderApp(app: AppDefinition): Json {
  return present({
    id: app.id,
    acceptedResourceRoles: app.acceptedResourceRoles,
    args: filledList(app.args),
    backoffFactor: app.backoffFactor,
    backoffSeconds: app.backoffSeconds,
    cmd: app.cmd,
    constraints: filledList(app.constraints),
    container: app.container && container(app.container),
    cpus: app.cpus,
    dependencies: filledList(app.dependencies),
    disk: app.disk,
    env: filledMap(app.env),
    executor: app.executor,
    executorResources: app.executorResources,
    fetch: filledList(app.fetch),
    healthChecks: filledList(app.healthChecks)?.map(healthCheck),
    check: app.check,
    instances: app.instances,
    labels: app.labels,
    maxLaunchDelaySeconds: app.maxLaunchDelaySeconds,
    mem: app.mem,
    gpus: app.gpus,
    networks: app.networks,
    portDefinitions: app.portDefinitions?.map(portDefinition),
    readinessChecks: filledList(app.readinessChecks),
    residency: app.residency,
    resourceLimits: app.resourceLimits,
    requirePorts: app.requirePorts,
    secrets: filledMap(app.secrets),
    taskKillGracePeriodSeconds: app.taskKillGracePeriodSeconds,
    upgradeStrategy: {
      maximumOverCapacity: app.upgradeStrategy.maximumOverCapacity,
      minimumHealthCapacity: app.upgradeStrategy.minimumHealthCapacity,
    },
    user: app.user,
    version: app.version,
    versionInfo: app.versionInfo,
    killSelection: app.killSelection,
    unreachableStrategy: app.unreachableStrategy,
    tty: app.tty,
    role: app.role,
  });
}

/** Definitions are never changed in place, so the text of each is made once. */
const texts = new WeakMap<AppDefinition, string>();

/** The JSON text of an app without its closing brace: what is embedded goes between. */
export function openAppText(app: AppDefinition): string {
  let text = texts.get(app);
  if (text === undefined) texts.set(app, (text = JSON.stringify(renderApp(app)).slice(0, -1)));
  return text;
}
