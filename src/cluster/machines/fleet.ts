import type { UnitAction } from '../../api/machines/cluster.ts';
import type { MachineAction, NewMachine, Operation } from '../../api/machines/operations.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { Refusal } from '../rest/refusal.ts';
import { refusalOf } from './action-rules.ts';
import type { AgentMachine } from './agent-machine.ts';
import { createInstallation, type Installation } from './installation.ts';
import { createMachineLife, type MachineLife } from './machine-life.ts';
import { createMachineRecords, type MachineRecord, type MachineRecords } from './machine-records.ts';
import type { Machine, MachineConfig } from './machine.ts';
import { configOf, settingsOf, statusOf, type Member, type Members } from './members.ts';
import { newMachine } from './new-machine.ts';
import { createOperations, type Operations } from './operations.ts';
import type { MachinePhase } from './rules.ts';
import { createStartup, type Startup } from './startup.ts';
import type { MachineStatus } from './state.ts';
import { actOnUnit } from './unit-actions.ts';
import type { Condition, Unit, UnitSpec } from './unit.ts';

/** The machines of the cluster, and what can be done to them while it runs. */
export interface Fleet extends MachineChanges {
  statuses(): MachineStatus[];
  /** By its address in VagrantConfig.yaml. */
  at(ip: string): Machine | undefined;
  /** By its machine's name, or the id that the master gave it. */
  agent(id: string): AgentMachine | undefined;
  /** Whether it is up or coming up. */
  isUp(name: string): boolean;
  /** What a machine waits for before it can be made; undefined for the name of one that was made already. */
  waitsFor(name?: string): string | undefined;
  operations: Pick<Operations, 'find' | 'list'>;
  /** Does something to one unit of a machine that is up. Throws Refusal. */
  actOnUnit(name: string, unitId: string, action: UnitAction): Promise<Unit>;
  /** Resolves when all machines that are wanted are up; rejects when a unit of one failed. */
  ready(): Promise<void>;
  stop(options: { keepTasks: boolean }): Promise<void>;
}

interface MachineChanges {
  /** Why it would be refused: a sentence for each machine that cannot. Throws Refusal when one is not known. */
  refusals(action: MachineAction, names: readonly string[]): string[];
  /** Does it to all of them, or throws Refusal. */
  act(action: MachineAction, names: readonly string[]): Operation;
  /** What a machine to be added would be. Throws Refusal. */
  plan(settings: NewMachine): MachineConfig;
  /** Adds a machine and brings it up. Throws Refusal. */
  add(settings: NewMachine): Operation;
}

export interface FleetOptions {
  /** Of VagrantConfig.yaml. */
  machines: readonly Machine[];
  /** Gives a machine that is added its address on this host. */
  place: (config: MachineConfig) => Machine;
  /** `installed`: what has to hold before anything starts on it. */
  build: (machine: Machine, installed: readonly Condition[]) => { units: readonly UnitSpec[]; agent?: AgentMachine };
  /** The boot machine answers that others may install themselves from it. */
  bootIsReady: () => Promise<boolean>;
}

interface Parts {
  options: FleetOptions;
  members: Members;
  records: MachineRecords;
  startup: Startup;
  life: MachineLife;
  operations: Operations;
  join: (machine: Machine, added: boolean) => void;
}

/** Brings up all machines, save those that were halted or destroyed in an earlier life of the cluster. */
export function createFleet(kernel: Kernel, options: FleetOptions): Fleet {
  const log = kernel.log.as('machines');
  const records = createMachineRecords(kernel.store);
  const startup = createStartup(kernel);
  const operations = createOperations(kernel);
  const members: Members = new Map();
  const byAddress = new Map<string, Machine>();
  const life = createMachineLife(kernel, { members, records, startup });
  const installation = createInstallation(members, startup, options.bootIsReady);
  const join = joining({ options, members, byAddress, records, startup, installation });
  for (const machine of options.machines) join(machine, false);
  for (const config of records.added()) {
    const planned = newMachine(settingsOf(config), configs(members));
    if (planned.ok) join(options.place(config), true);
    else if (!members.has(config.name))
      log.warn(`${config.name}, which was added to the cluster, is left out: ${planned.problems.join(' ')}`);
  }
  const initial = [...members.values()];
  // Of those that wait for a boot machine that is not to be up nobody knows when they will be.
  const starts = initial
    .filter(({ phase }) => phase === 'up')
    .map((member) => ({ isAwaited: installation.waitsFor(member.machine.name) === undefined, start: life.begin(member) }));
  const leftovers = Promise.all(initial.filter(({ phase }) => phase !== 'up').map((member) => life.settle(member)));
  leftovers.catch((error: unknown) => log.error(`What was left of a machine could not be ended: ${String(error)}`));
  return {
    ...machineChanges({ options, members, records, startup, life, operations, join }),
    statuses: () => [...members.values()].map((member) => statusOf(member, startup.units(member.machine.name))),
    at: (ip) => byAddress.get(ip),
    agent: (id) => (members.get(id) ?? members.values().find(({ agent }) => agent?.agentId() === id))?.agent,
    isUp: (name) => members.get(name)?.phase === 'up',
    waitsFor: (name) => installation.waitsFor(name),
    operations,
    actOnUnit: (name, unitId, action) => actOnUnit({ member: members.get(name), startup, name }, unitId, action),
    async ready() {
      await Promise.all([leftovers, ...starts.flatMap(({ isAwaited, start }) => (isAwaited ? start : []))]);
    },
    async stop({ keepTasks }) {
      startup.stop();
      await Promise.all([...members.values()].map(async ({ agent }) => agent?.agent()?.stop({ keepTasks })));
    },
  };
}

const configs = (members: Members): MachineConfig[] => [...members.values()].map(({ machine }) => machine);

/** Whether no master would be up any more without the machines of these names. */
function isLastMaster({ machine, phase }: Member, members: Members, going: readonly string[]): boolean {
  const stays = (other: Member): boolean => other.machine.type === 'master' && other.phase === 'up' && !going.includes(other.machine.name);
  return machine.type === 'master' && phase === 'up' && !members.values().some(stays);
}

const PHASES: Record<MachineRecord['wanted'], MachinePhase> = { up: 'up', halted: 'halted', destroyed: 'not created' };

function joining({
  options,
  members,
  byAddress,
  records,
  startup,
  installation,
}: Omit<Parts, 'join' | 'operations' | 'life'> & { byAddress: Map<string, Machine>; installation: Installation }): Parts['join'] {
  return (machine, added) => {
    const { name } = machine;
    const record = records.of(name) ?? { wanted: 'up', installed: false, ...(added && { config: configOf(machine) }) };
    const built = options.build(machine, [installation.condition(name)]);
    startup.add({ name, units: built.units });
    byAddress.set(machine.ip, machine);
    members.set(name, { machine, added, ...built, record, phase: PHASES[record.wanted] });
  };
}

const WANTED = { up: 'up', halt: 'halted', destroy: 'destroyed' } as const satisfies Record<MachineAction, MachineRecord['wanted']>;

function machineChanges({ options, members, records, life, operations, join }: Parts): MachineChanges {
  const find = (name: string): Member => {
    const member = members.get(name);
    if (member) return member;
    throw new Refusal(404, `There is no machine ${name}; there are ${[...members.keys()].join(', ')}.`);
  };
  const refusals: MachineChanges['refusals'] = (action, names) =>
    names.map(find).flatMap((member) => refusalOf(action, { ...member, isLastMaster: isLastMaster(member, members, names) }) ?? []);
  const plan: MachineChanges['plan'] = (settings) => {
    const planned = newMachine(settings, configs(members));
    if (!planned.ok) throw new Refusal(members.has(settings.name) ? 409 : 422, planned.problems.join(' '));
    return planned.machine;
  };
  return {
    refusals,
    act(action, names) {
      const refused = refusals(action, names);
      if (refused.length > 0) throw new Refusal(409, refused.join(' '));
      const chosen = [...new Set(names)].map(find);
      const wanted = WANTED[action];
      const wishes = chosen.map((member) => ({
        member,
        record: { ...member.record, wanted, ...(wanted === 'destroyed' && { installed: false }) },
      }));
      records.save(...wishes.map(({ member, record }) => [member.machine.name, record] as const));
      for (const { member, record } of wishes) member.record = record;
      return operations.begin(
        action,
        chosen.map(({ machine }) => machine.name),
        (name) => life[action](find(name)),
      );
    },
    plan,
    add(settings) {
      const config = plan(settings);
      records.save([config.name, { config, wanted: 'up', installed: false }]);
      join(options.place(config), true);
      return operations.begin('add', [config.name], (name) => life.up(find(name)));
    },
  };
}
