import { objectAt, textAt } from '../../json/document-parts.ts';
import type { AppDocument } from '../form-values.ts';
import { readRunCommand, type RunOption } from './run-options.ts';
import { type Bind, bindOfMount, bindOfVolume, mebibytesOf, nameOf, portOf, type PublishedPort, secondsOf } from './run-values.ts';

/** Why an option of `docker run` has no counterpart in an app. */
export type NoticeReason = 'restart' | 'terminal' | 'publishAll' | 'file' | 'noValue' | 'unreadable' | 'gpus' | 'networkMode';

export interface RunNotice {
  /** As it was written: `--env-file a`. */
  option: string;
  reason: NoticeReason;
}

export interface DockerRun {
  /** What the command says about the app. */
  app: RunFacts;
  notices: RunNotice[];
}

interface RunFacts {
  id?: string;
  image: string;
  args: string[];
  cpus?: number;
  /** MiB. */
  mem?: number;
  network: 'host' | 'bridge' | { name: string } | undefined;
  privileged: boolean;
  forcePullImage: boolean;
  env: Record<string, string>;
  labels: Record<string, string>;
  ports: PublishedPort[];
  binds: Bind[];
  parameters: { key: string; value: string }[];
  healthCheck: Record<string, unknown>;
}

/** Reads a `docker run` line. undefined: it is none, or cannot be read. */
export function parseDockerRun(line: string): DockerRun | undefined {
  const command = readRunCommand(line);
  if (!command) return undefined;
  const app: RunFacts = {
    image: command.image,
    args: command.args,
    network: undefined,
    privileged: false,
    forcePullImage: false,
    env: {},
    labels: {},
    ports: [],
    binds: [],
    parameters: [],
    healthCheck: {},
  };
  const notices: RunNotice[] = [];
  for (const option of command.options) {
    const reason = (TAKE[option.name] ?? asParameter)(app, option.value ?? '', option);
    if (reason !== undefined) notices.push({ option: written(option), reason });
  }
  return { app, notices };
}

const written = ({ name, value }: RunOption): string => (value === undefined ? `--${name}` : `--${name} ${value}`);

/** Puts an option into the app, or says why it cannot. */
type Take = (app: RunFacts, value: string, option: RunOption) => NoticeReason | undefined | void;

/** Docker's own options reach it as parameters. */
const asParameter: Take = (app, value, { name, value: given }) => {
  app.parameters.push({ key: name, value: given === undefined ? 'true' : value });
};

const ignoredBecause =
  (reason: NoticeReason): Take =>
  () =>
    reason;
const nothing: Take = () => undefined;

/** Sets what can be read; a value that cannot is told. */
const when =
  <Value>(read: (text: string) => Value | undefined, put: (app: RunFacts, value: Value) => void): Take =>
  (app, text) => {
    const value = read(text);
    if (value === undefined) return 'unreadable';
    put(app, value);
    return undefined;
  };

const pair =
  (key: 'env' | 'labels'): Take =>
  (app, text) => {
    const at = text.indexOf('=');
    if (at < 0 && key === 'env') return 'noValue';
    app[key][at < 0 ? text : text.slice(0, at)] = at < 0 ? '' : text.slice(at + 1);
    return undefined;
  };

const numberOf = (text: string): number | undefined => (/^\d*\.?\d+$/.test(text) ? Number(text) : undefined);

const bind =
  (read: (text: string) => Bind | undefined): Take =>
  (app, text, option) => {
    const found = read(text);
    if (found) app.binds.push(found);
    // A volume that Docker names and keeps.
    else asParameter(app, text, option);
    return undefined;
  };

const check = (key: string): Take => when(secondsOf, (app, seconds) => void (app.healthCheck[key] = seconds));

const TAKE: Readonly<Record<string, Take>> = {
  detach: nothing,
  quiet: nothing,
  rm: nothing,
  attach: ignoredBecause('terminal'),
  interactive: ignoredBecause('terminal'),
  tty: ignoredBecause('terminal'),
  restart: ignoredBecause('restart'),
  'publish-all': ignoredBecause('publishAll'),
  'env-file': ignoredBecause('file'),
  'label-file': ignoredBecause('file'),
  gpus: ignoredBecause('gpus'),
  name: when(nameOf, (app, id) => void (app.id = id)),
  cpus: when(numberOf, (app, cpus) => void (app.cpus = cpus)),
  'cpu-shares': when(numberOf, (app, shares) => void (app.cpus = shares / 1024)),
  memory: when(mebibytesOf, (app, mem) => void (app.mem = mem)),
  env: pair('env'),
  label: pair('labels'),
  publish: when(portOf, (app, port) => void app.ports.push(port)),
  volume: bind(bindOfVolume),
  mount: bind(bindOfMount),
  privileged: (app) => void (app.privileged = true),
  pull: (app, text) => void (app.forcePullImage = text === 'always'),
  network: (app, text) => {
    if (text === 'none' || text.startsWith('container:')) return 'networkMode';
    app.network = text === 'host' || text === 'bridge' ? text : { name: text };
    return undefined;
  },
  'health-cmd': (app, text) => void (app.healthCheck['command'] = { value: text }),
  'health-interval': check('intervalSeconds'),
  'health-timeout': check('timeoutSeconds'),
  'health-start-period': check('gracePeriodSeconds'),
  'health-retries': when(numberOf, (app, retries) => void (app.healthCheck['maxConsecutiveFailures'] = retries)),
};

/** The app with what a `docker run` line says; what the line does not say stays as it is. */
export function withDockerRun(document: AppDocument, { app }: DockerRun): AppDocument {
  const { id, image, args, cpus, mem, network, privileged, forcePullImage, env, labels, ports, binds, parameters, healthCheck } = app;
  const bridged = network === 'bridge' || (network === undefined && ports.length > 0);
  const onNetwork = bridged || typeof network === 'object';
  const docker = {
    image,
    ...(privileged && { privileged }),
    ...(forcePullImage && { forcePullImage }),
    ...(parameters.length > 0 && { parameters }),
  };
  const rest = Object.entries(document).filter(([key]) => !REPLACED.has(key));
  return {
    ...Object.fromEntries(rest),
    ...(id !== undefined && { id: textAt(document, 'id').replace(/[^/]*$/, '') + id }),
    ...(cpus !== undefined && { cpus }),
    ...(mem !== undefined && { mem }),
    ...(args.length > 0 && { args }),
    container: {
      type: 'DOCKER',
      docker,
      ...(binds.length > 0 && { volumes: binds }),
      ...(onNetwork && ports.length > 0 && { portMappings: ports }),
    },
    ...(bridged && { networks: [{ mode: 'container/bridge' }] }),
    ...(typeof network === 'object' && { networks: [{ mode: 'container', name: network.name }] }),
    ...(Object.keys(env).length > 0 && { env: { ...objectAt(document, 'env'), ...env } }),
    ...(Object.keys(labels).length > 0 && { labels: { ...objectAt(document, 'labels'), ...labels } }),
    ...(healthCheck['command'] !== undefined && { healthChecks: [{ protocol: 'COMMAND', ...healthCheck }] }),
  };
}

/** What a container brings along, so that nothing of the one before remains. */
const REPLACED: ReadonlySet<string> = new Set(['cmd', 'args', 'container', 'networks', 'portDefinitions', 'ports', 'ipAddress']);
