import type { Attribute } from '../../api/mesos/resources.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import type { Containerizer } from '../executor/containerizer.ts';
import type { SandboxFiles } from '../executor/sandbox-files.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Probe } from '../kernel/probe.ts';
import { createCheckpoints } from '../mesos-agent/checkpoints.ts';
import { createMesosAgent, type MesosAgent } from '../mesos-agent/agent.ts';
import type { MesosMaster } from '../mesos-master/master.ts';
import type { Minuteman } from '../minuteman/minuteman.ts';
import type { Machine } from './machine.ts';
import { minutemanUnit } from './minuteman-unit.ts';
import { agentUnit, UNITS } from './unit-catalogue.ts';
import type { Condition, UnitSpec } from './unit.ts';

export interface AgentMachine {
  readonly machine: Machine;
  readonly units: readonly UnitSpec[];
  /** undefined until its unit is started. */
  agent(): MesosAgent | undefined;
  /** Kept on its disk while its unit is not started. */
  agentId(): string | undefined;
  /** Ends what a crash left running on a machine that is not to be up. */
  endLeftovers(): Promise<void>;
  /** Removes everything that the agent has on its disk. Its unit has to be stopped. */
  erase(): Promise<void>;
}

export interface AgentMachineOptions {
  machine: Machine;
  /** Conditions of its installation (the boot machine). */
  installed: readonly Condition[];
  leaderResolves: Condition;
  findMaster: () => MesosMaster | undefined;
  containerizers: { docker: Containerizer; process: Containerizer };
  files: SandboxFiles;
  probe?: Probe;
  minuteman: Minuteman;
  workDirectory: string;
}

/** What Mesos gives out of every agent here: disk in MB, and the range of host ports that is its default. */
const DISK_MB = 10_240;
const PORTS = { begin: 31_000, end: 32_000 };

/** A private agent's resources are for everybody; a public one's are reserved for the role slave_public, and it says so by an attribute. */
export function createAgentMachine(kernel: Kernel, options: AgentMachineOptions): AgentMachine {
  const { machine } = options;
  let agent: MesosAgent | undefined;
  const checkpoints = createCheckpoints(kernel.store, machine.name);
  const workDir = `${options.workDirectory}/${machine.name}`;
  const create = (findMaster: AgentMachineOptions['findMaster']): MesosAgent => {
    const isPublic = machine.type === 'agent-public';
    const publicIp: Attribute = { name: 'public_ip', type: 'TEXT', text: { value: 'true' } };
    return createMesosAgent(kernel, {
      machine,
      resources: { cpus: machine.cpus, mem: machine.memory - machine.memoryReserved, disk: DISK_MB, gpus: 0, ports: [PORTS] },
      attributes: isPublic ? [publicIp] : [],
      defaultRole: isPublic ? 'slave_public' : '*',
      workDir,
      findMaster,
      containerizers: options.containerizers,
      files: options.files,
      ...(options.probe && { probe: options.probe }),
    });
  };
  const start = (): void => {
    agent = create(options.findMaster);
  };
  const end =
    (keepTasks: boolean): UnitSpec['halt'] =>
    async () => {
      await agent?.stop({ keepTasks });
      agent = undefined;
    };
  const registered: Condition = { name: 'the leading master to register the agent', met: () => agent?.registered() === true };
  const units: UnitSpec[] = [
    {
      ...agentUnit(machine.type),
      before: [...options.installed, options.leaderResolves],
      start,
      after: [registered],
      // tasks are in a slice of their own: they outlive their agent, and it finds them again
      stop: end(true),
      halt: end(false),
    },
    minutemanUnit(options.minuteman, machine.name),
    { ...UNITS.diagnostics, before: options.installed },
  ];
  return {
    machine,
    units,
    agent: () => agent,
    agentId: () => agent?.id() ?? checkpoints.agentId(),
    async endLeftovers() {
      if (checkpoints.executors().every(({ state }) => isTerminal(state))) return;
      // It takes its tasks up to end them, without a word to the master.
      await create(() => undefined).stop({ keepTasks: false });
    },
    async erase() {
      checkpoints.forgetEverything();
      await options.files.remove(workDir);
    },
  };
}
