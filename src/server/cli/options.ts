import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ExternalAddresses } from '../external/external-cluster.ts';
import type { ZooKeeperUrl } from '../zookeeper/zookeeper-url.ts';
import { ensembleUrl, externalAddresses, partAddress, zooKeeperUrl } from './external-options.ts';
import { tlsOptions, UnfitTlsOptions, type GivenTls, type TlsOptions } from './tls-options.ts';

export type ExecutorChoice = 'auto' | 'docker' | 'process' | 'simulated';

/** What `npm start -- …` asks for, checked and with defaults filled in. */
export interface StartOptions extends TlsOptions {
  /** Names of the machines to bring up; empty means all of the configuration. */
  machines: string[];
  config?: string;
  port: number;
  state: string;
  ephemeral: boolean;
  executor: ExecutorChoice;
  auth: boolean;
  token?: string;
  images: string[];
  yes: boolean;
  open: boolean;
  json: boolean;
  keepTasks: boolean;
  /** Show the cluster and refuse all changes. */
  readOnly: boolean;
  /** The file that gets a line a request. */
  accessLog?: string;
  /** Below which path the pages are, for a proxy in front: begins and ends with a slash. */
  basePath: string;
  /** More names that this server may be asked by: those of a proxy in front. */
  hostNames: string[];
  publicAddress?: string;
  /** Port of Mesos' master when it and the agents get ports of their own. */
  expose?: number;
  /** Port of DNS; without it that of DC/OS, or any free one where that is taken. */
  dnsPort?: number;
  /** DNS asks this host's resolvers for names that are not the cluster's. */
  dnsRecursion: boolean;
  /** Directory of Mesos' own web UI, which the master then shows at its port. */
  webui?: string;
  /** A real ensemble in which the masters elect their leaders. */
  zookeeper?: ZooKeeperUrl;
  /** Where the parts of a cluster that runs elsewhere are; none is started here then. */
  external?: ExternalAddresses;
}

/** The command line cannot be obeyed. `message` is one line for the user. Exit code 2 (0 where help was asked for). */
export class UsageError extends Error {
  override name = 'UsageError';
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 (any free one) to 65535.');
  return value;
}

function exposedPort(text: string): number {
  const value = port(text);
  if (value === 0 || value > 65_000)
    throw new InvalidArgumentError('The port of the master is from 1 to 65000: the agents have those after it.');
  return value;
}

function yesOrNo(text: string): boolean {
  if (/^(true|yes|1)$/i.test(text)) return true;
  if (/^(false|no|0)$/i.test(text)) return false;
  throw new InvalidArgumentError('Say yes or no.');
}

function token(text: string): string {
  if (!/^[\w.~+/=-]{8,}$/.test(text))
    throw new InvalidArgumentError('A token has at least 8 letters, digits or any of . _ ~ + / = - and no blanks.');
  return text;
}

function basePath(text: string): string {
  const segments = text.split('/').filter((part) => part !== '');
  if (segments.some((part) => !/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)))
    throw new InvalidArgumentError('A base path has letters, digits and any of . _ ~ - between its slashes, like /tools/dcos.');
  return ['', ...segments, ''].join('/');
}

function hostNames(text: string, before: string[] | undefined): string[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  if (names.some((name) => !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(name)))
    throw new InvalidArgumentError('A host name has no port and no path, like tools.example.com.');
  return [...(before ?? []), ...names];
}

function address(text: string): string {
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(text) || text.split('.').some((part) => Number(part) > 255))
    throw new InvalidArgumentError('Say an IPv4 address of this machine, like 10.0.0.7.');
  return text;
}

export function defaultStateDirectory(): string {
  return path.join(process.env['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state'), 'dcos-local');
}

const flag = (flags: string, about: string, variable: string): Option => new Option(flags, about).env(`DCOS_LOCAL_${variable}`);

/** How the parts of the cluster find each other. */
const nameOptions = (): Option[] => [
  flag(
    '--zookeeper <url>',
    'let the masters elect their leaders in this ensemble, like zk://127.0.0.1:2181, where other tools find them (default: an embedded one)',
    'ZOOKEEPER',
  ).argParser(ensembleUrl),
  flag(
    '--dns-port <number>',
    'port of DNS for the names of the cluster (default: 61053, or any free one where that is taken)',
    'DNS_PORT',
  ).argParser(port),
  flag('--no-dns-recursion', "answer names of the cluster only, and do not ask this machine's resolvers for others", 'NO_DNS_RECURSION'),
];

/** What is shown, and in which place. */
const gatewayOptions = (): Option[] => [
  flag('--mesos <url>', 'show the cluster of this Mesos master instead of starting one; several by comma', 'MESOS').argParser(partAddress),
  flag(
    '--zk <url>',
    'show the cluster whose leaders are found in this ZooKeeper, like zk://10.0.0.5:2181,10.0.0.6:2181/mesos; --marathon and --chronos may name other paths in the same way',
    'ZK',
  ).argParser(zooKeeperUrl),
  flag('--marathon <url>', 'and this Marathon', 'MARATHON').argParser(partAddress),
  flag('--chronos <url>', 'and this Chronos', 'CHRONOS').argParser(partAddress),
  flag('--tls', 'serve by TLS, with a certificate that is made at the first start', 'TLS'),
  flag('--tls-cert <file>', 'serve by TLS with this certificate (PEM, with those between it and its authority)', 'TLS_CERT'),
  flag('--tls-key <file>', 'and this key (PEM, without a passphrase)', 'TLS_KEY'),
  flag('--http-port <number>', 'with TLS: a port for plain HTTP as well; 0 takes any free one', 'HTTP_PORT').argParser(port),
  flag('--access-log <file>', 'append a line to this file for each request (with --json an object)', 'ACCESS_LOG'),
  flag('--read-only', 'show the cluster and refuse all changes', 'READ_ONLY'),
  flag('--base-path <path>', 'where a proxy in front of this server has it, like /dcos (default: /)', 'BASE_PATH').argParser(basePath),
  flag('--host-name <name>', 'the name of such a proxy; several by comma', 'HOST_NAME').argParser(hostNames),
];

function command(): Command {
  const parser = new Command('npm start --')
    .usage('[machine …] [options]')
    .description(
      'Brings up the DC/OS cluster of a VagrantConfig.yaml on this machine and serves its dashboards.\nWithout machine names all machines of the configuration are brought up.',
    )
    .argument('[machine...]', 'names from the configuration, for example: m1 a1 boot')
    .addOption(flag('--config <file>', 'the VagrantConfig.yaml to use (default: the one of this project)', 'CONFIG'))
    .addOption(flag('--port <number>', 'port of the m1 address; 0 takes any free one', 'PORT').argParser(port).default(5080))
    .addOption(flag('--state <directory>', 'where the cluster keeps its state and the sandboxes', 'STATE').default(defaultStateDirectory()))
    .addOption(flag('--ephemeral', 'keep nothing: state in memory, sandboxes in a temporary directory', 'EPHEMERAL'))
    .addOption(
      flag(
        '--executor <kind>',
        'how tasks run: containers by an engine where there is one (auto), must have one (docker), commands only (process), nothing real (simulated)',
        'EXECUTOR',
      )
        .choices(['auto', 'docker', 'process', 'simulated'])
        .default('auto'),
    )
    .addOption(flag('--no-auth', 'let everybody on this machine in without a token', 'NO_AUTH'))
    .addOption(flag('--token <token>', 'the token for programs (default: made at the first start and kept)', 'TOKEN').argParser(token))
    .addOption(
      flag('--image <name>', 'a container image to have ready, as redis; may be given several times', 'IMAGE').argParser(
        (name: string, names: string[] | undefined) => [...(names ?? []), ...name.split(',')],
      ),
    )
    .addOption(flag('--yes', 'install what is missing on the system without asking', 'YES'))
    .addOption(flag('--no-open', 'do not open a browser', 'NO_OPEN'))
    .addOption(flag('--json', 'write the log as JSON, a record a line', 'JSON'))
    .addOption(
      flag(
        '--keep-tasks <yes|no>',
        'whether tasks go on running after the cluster stops (default: yes, and no with --ephemeral)',
        'KEEP_TASKS',
      ).argParser(yesOrNo),
    )
    .addOption(
      flag(
        '--public-address <address>',
        'an address of this machine on which the public agents publish container ports',
        'PUBLIC_ADDRESS',
      ).argParser(address),
    )
    .addOption(
      flag(
        '--expose [port]',
        'give the Mesos master this port (default: 5050) on its own address and the agents the next one, without a login',
        'EXPOSE',
      )
        .argParser(exposedPort)
        .preset('5050'),
    )
    .addOption(flag('--webui <directory>', "where the files of Mesos' own web UI are, for the master to show at its port", 'WEBUI'))
    .helpOption('-h, --help', 'show this help');
  for (const option of [...nameOptions(), ...gatewayOptions()]) parser.addOption(option);
  return parser;
}

/** Reads the arguments after `npm start --` and the variables of the environment. `write` gets the help. Throws UsageError. */
export function parseOptions(args: readonly string[], write: (text: string) => void): StartOptions {
  const parser = command()
    .exitOverride()
    .configureOutput({ writeOut: write, outputError: () => {} });
  try {
    parser.parse(args, { from: 'user' });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.exitCode === 0) throw new UsageError('', 0);
    throw new UsageError(`${fault.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')} (npm start -- --help lists the options)`);
  }
  const given = parser.opts<
    Partial<Omit<StartOptions, 'tls'>> &
      ExternalAddresses &
      GivenTls & { zk?: ZooKeeperUrl } & {
        image?: string[];
        hostName?: string[];
        auth: boolean;
        open: boolean;
        dnsRecursion: boolean;
      }
  >();
  const external = externalAddresses(given);
  if (external && parser.args.length > 0)
    throw new UsageError(
      'A cluster that runs elsewhere has no machines here: leave their names out (npm start -- --help lists the options)',
    );
  if (external && given.zookeeper)
    throw new UsageError('--zookeeper is for the cluster that is started here: leave it out (npm start -- --help lists the options)');
  if (given.webui !== undefined && given.expose === undefined)
    throw new UsageError("--webui needs --expose: Mesos' web UI is shown at the master's own port (npm start -- --help lists the options)");
  const ephemeral = given.ephemeral ?? false;
  const tls = checkedTls(given);
  return {
    machines: parser.args,
    port: given.port ?? 5080,
    state: path.resolve(given.state ?? defaultStateDirectory()),
    ephemeral,
    executor: given.executor ?? 'auto',
    // commander takes a set variable of a --no-… option as the option given
    auth: given.auth,
    images: [...new Set(given.image)],
    yes: given.yes ?? false,
    open: given.open,
    json: given.json ?? false,
    keepTasks: given.keepTasks ?? !ephemeral,
    readOnly: given.readOnly ?? false,
    dnsRecursion: given.dnsRecursion,
    basePath: given.basePath ?? '/',
    hostNames: given.hostName ?? [],
    ...(given.config !== undefined && { config: given.config }),
    ...(given.token !== undefined && { token: given.token }),
    ...(given.accessLog !== undefined && { accessLog: path.resolve(given.accessLog) }),
    ...(given.publicAddress !== undefined && { publicAddress: given.publicAddress }),
    ...(given.expose !== undefined && { expose: given.expose }),
    ...(given.dnsPort !== undefined && { dnsPort: given.dnsPort }),
    ...(given.webui !== undefined && { webui: path.resolve(given.webui) }),
    ...(given.zookeeper && { zookeeper: given.zookeeper }),
    ...(external && { external }),
    ...tls,
  };
}

function checkedTls(given: GivenTls): TlsOptions {
  try {
    return tlsOptions(given);
  } catch (fault) {
    if (!(fault instanceof UnfitTlsOptions)) throw fault;
    throw new UsageError(`${fault.message} (npm start -- --help lists the options)`);
  }
}
