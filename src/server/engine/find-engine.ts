import type Dockerode from 'dockerode';
import { execFile } from 'node:child_process';
import { homedir, userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { Log } from '../../cluster/kernel/log.ts';
import type { ProcessIdentity } from '../executors/process-group.ts';
import { releaseMounts } from './private-mounts.ts';
import { findProgram } from '../system/find-program.ts';
import { hasApt, installCommand, installPackages, isRoot } from '../system/packages.ts';
import type { Engine, NoEngine, RunningEngine } from './engine.ts';
import { engineMessage } from './engine-faults.ts';
import { parseVersion, probeSocket, type ProbeAnswer } from './engine-probe.ts';
import { engineSockets } from './engine-sockets.ts';
import { ensureBridge, removeBridge } from './private-bridge.ts';
import { daemonIsUp, daemonPlaces, runningDaemon, startDaemon, stopDaemon, type DaemonPlaces } from './private-daemon.ts';

const PACKAGES = ['docker.io', 'iptables'];
const run = promisify(execFile);

export interface FindEngineOptions {
  /** A dockerd of ours keeps its images and containers here. */
  stateDirectory: string;
  /** `--yes`: packages may be installed without asking. */
  mayInstall: boolean;
  /** An installed dockerd may be started. */
  mayStart: boolean;
  log: Log;
  /** Asks the person at the terminal; left out when there is none. */
  ask?: (question: string) => Promise<boolean>;
}

/** The client library is loaded only when there is an engine to talk to: it is large. */
async function client(options?: Dockerode.DockerOptions): Promise<Dockerode> {
  const { default: Client } = await import('dockerode');
  return new Client(options);
}

/** An engine that ran before us goes on after us. */
const NOT_OURS = { startedByUs: false, ready: Promise.resolve(), isStopping: () => false, stop: async () => {} };

async function existing(socketPath: string, { kind, version }: ProbeAnswer): Promise<RunningEngine> {
  const docker = await client({ socketPath });
  return { kind, docker, version, socket: `unix://${socketPath}`, ...NOT_OURS };
}

const joinDockerGroup = (): string => `sudo usermod -aG docker ${userInfo().username} && newgrp docker`;

/** The engine that the user named: this one or none. */
async function named(host: string): Promise<Engine> {
  try {
    if (host.startsWith('unix://')) {
      const socketPath = host.slice('unix://'.length);
      return await existing(socketPath, await probeSocket(socketPath));
    }
    const docker = await client();
    const answer = parseVersion(JSON.stringify(await docker.version()));
    return { ...answer, docker, socket: host, ...NOT_OURS };
  } catch (fault) {
    const forbidden = (fault as NodeJS.ErrnoException).code === 'EACCES';
    return {
      kind: 'none',
      reason: `DOCKER_HOST is ${host}, but no container engine answers there (${engineMessage(fault)}).`,
      remedy: forbidden ? joinDockerGroup() : 'unset DOCKER_HOST',
    };
  }
}

interface Probes {
  found?: { socketPath: string; answer: ProbeAnswer };
  /** Sockets that are there but not for us. */
  forbidden: string[];
}

async function probeAll(sockets: readonly string[]): Promise<Probes> {
  const answers = await Promise.allSettled(sockets.map(probeSocket));
  const forbidden = sockets.filter((_, index) => {
    const answer = answers[index];
    return answer?.status === 'rejected' && (answer.reason as NodeJS.ErrnoException).code === 'EACCES';
  });
  for (const [index, answer] of answers.entries()) {
    const socketPath = sockets[index];
    if (answer.status === 'fulfilled' && socketPath !== undefined) return { found: { socketPath, answer: answer.value }, forbidden };
  }
  return { forbidden };
}

/** A dockerd of ours, started just now or by an earlier server; it may still be coming up. */
async function ours(identity: ProcessIdentity, places: DaemonPlaces, version: string, log: Log): Promise<RunningEngine> {
  const ready = daemonIsUp(identity, places);
  // It is reported where it is awaited; nobody has to be waiting at the moment it fails.
  ready.catch(() => {});
  let stopping = false;
  return {
    kind: 'docker',
    docker: await client({ socketPath: places.socket }),
    version,
    socket: `unix://${places.socket}`,
    startedByUs: true,
    ready,
    isStopping: () => stopping,
    async stop() {
      stopping = true;
      await stopDaemon(identity, places);
      await releaseMounts([places.data, places.run], log);
      await removeBridge(places.hash);
    },
  };
}

async function daemonVersion(dockerd: string): Promise<string> {
  const { stdout } = await run(dockerd, ['--version']).catch(() => ({ stdout: '' }));
  return /version ([^,\s]+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** What keeps us from having an engine, and the command that helps. */
function explainNone(forbidden: readonly string[], dockerd: string | undefined): NoEngine {
  if (forbidden[0] !== undefined) {
    const reason = `${userInfo().username} may not use the container engine at ${forbidden[0]}.`;
    return { kind: 'none', reason, remedy: joinDockerGroup() };
  }
  if (dockerd !== undefined) {
    return { kind: 'none', reason: 'Docker is installed but does not run.', remedy: `${isRoot() ? '' : 'sudo '}systemctl start docker` };
  }
  if (hasApt()) return { kind: 'none', reason: 'No container engine is installed.', remedy: installCommand(PACKAGES) };
  if (process.platform === 'darwin')
    return { kind: 'none', reason: 'No container engine runs.', remedy: 'brew install colima docker && colima start' };
  return { kind: 'none', reason: 'No container engine runs.', remedy: 'curl -fsSL https://get.docker.com | sudo sh' };
}

async function startOurs(options: FindEngineOptions, places: DaemonPlaces, dockerd: string): Promise<Engine> {
  try {
    const [bridge, version] = await Promise.all([ensureBridge(places.hash), daemonVersion(dockerd)]);
    const identity = await startDaemon(dockerd, places, bridge);
    options.log.info(`Starting the container engine ${dockerd} ${version} at unix://${places.socket}.`);
    return await ours(identity, places, version, options.log);
  } catch (fault) {
    return { kind: 'none', reason: `${dockerd} could not be started: ${engineMessage(fault)}.`, remedy: 'systemctl start docker' };
  }
}

async function install({ mayInstall, ask, log }: FindEngineOptions): Promise<boolean> {
  const wanted = mayInstall || (await ask?.(`Install ${PACKAGES.join(' and ')}, to run containers for real?`)) === true;
  if (!wanted) return false;
  await installPackages(PACKAGES, log);
  return true;
}

/** dockerd, if it is installed together with the iptables that it needs for its networks. */
async function startable(): Promise<string | undefined> {
  const [dockerd, iptables] = await Promise.all([findProgram('dockerd'), findProgram('iptables')]);
  return iptables === undefined ? undefined : dockerd;
}

/**
 * Finds the container engine to use: the one `DOCKER_HOST` names; else a running Docker or Podman; else, as root, an installed
 * dockerd that is started on a private socket; else one that is installed first. Resolves as soon as it is known which:
 * an engine that is just starting says by `ready` when it can be used. Never rejects for a lack: that is `kind: 'none'`.
 */
export async function findEngine(options: FindEngineOptions): Promise<Engine> {
  const host = process.env.DOCKER_HOST;
  if (host !== undefined && host !== '') return named(host);
  const places = daemonPlaces(options.stateDirectory);
  const sockets = engineSockets(homedir(), process.env.XDG_RUNTIME_DIR);
  const [probes, earlier] = await Promise.all([probeAll(sockets), runningDaemon(places)]);
  // One of ours that an earlier server left behind comes first: its tasks are there.
  if (earlier) return ours(earlier, places, (await probeSocket(places.socket).catch(() => undefined))?.version ?? 'unknown', options.log);
  if (probes.found) return existing(probes.found.socketPath, probes.found.answer);
  const dockerd = await startable();
  if (process.platform !== 'linux' || !isRoot() || !options.mayStart) return explainNone(probes.forbidden, dockerd);
  if (dockerd !== undefined) return startOurs(options, places, dockerd);
  return installAndStart(options, places, sockets);
}

async function installAndStart(options: FindEngineOptions, places: DaemonPlaces, sockets: readonly string[]): Promise<Engine> {
  try {
    if (!(await install(options))) return explainNone([], undefined);
  } catch (fault) {
    return { kind: 'none', reason: `${engineMessage(fault)}.`, remedy: installCommand(PACKAGES) };
  }
  // Where there is a service manager, the package has started the engine.
  const { found } = await probeAll(sockets);
  if (found) return existing(found.socketPath, found.answer);
  const dockerd = await startable();
  return dockerd === undefined ? explainNone([], undefined) : startOurs(options, places, dockerd);
}
