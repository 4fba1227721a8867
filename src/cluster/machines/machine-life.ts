import type { Kernel } from '../kernel/kernel.ts';
import type { MachineRecords } from './machine-records.ts';
import type { Member, Members } from './members.ts';
import { machineState } from './rules.ts';
import type { Startup } from './startup.ts';

/** How machines come up and go, one at a time. Each rejects with a sentence when it does not succeed. */
export interface MachineLife {
  /** Starts a machine. Resolves to false when it was halted before it was up. */
  begin(member: Member): Promise<boolean>;
  up(member: Member): Promise<string | undefined>;
  halt(member: Member): Promise<undefined>;
  destroy(member: Member): Promise<undefined>;
  /** What a crash left half done: nothing runs on a machine that is not to be up, and nothing is left of one that was destroyed. */
  settle(member: Member): Promise<void>;
}

export interface MachineLifeOptions {
  members: Members;
  records: MachineRecords;
  startup: Startup;
}

export function createMachineLife(kernel: Kernel, { members, records, startup }: MachineLifeOptions): MachineLife {
  const log = kernel.log.as('machines');
  const units = ({ machine }: Member) => startup.units(machine.name);

  async function bring(member: Member): Promise<boolean> {
    const { name } = member.machine;
    const active = await startup.start(name);
    if (!active || member.record.installed) return active;
    member.record = { ...member.record, installed: true };
    try {
      records.save([name, member.record]);
    } catch (error) {
      // It is up all the same; without this it will ask for the boot machine once more.
      log.warn(`It could not be stored that ${name} is made: ${error instanceof Error ? error.message : String(error)}`);
    }
    return active;
  }

  function begin(member: Member): Promise<boolean> {
    member.phase = 'up';
    const starting = bring(member);
    member.starting = starting;
    // Who asks later hears of a failure then.
    starting.catch(() => {});
    return starting;
  }

  async function destroy(member: Member): Promise<undefined> {
    const { name } = member.machine;
    member.phase = 'stopping';
    await startup.halt(name);
    await member.agent?.erase();
    member.phase = 'not created';
    if (!member.added) return;
    startup.remove(name);
    members.delete(name);
    records.save([name, undefined]);
  }

  return {
    begin,
    async up(member) {
      const { name } = member.machine;
      if (machineState(member.phase, units(member)) === 'running') return `${name} is up already.`;
      const joins = member.phase === 'up' && machineState('up', units(member)) !== 'failed' ? member.starting : undefined;
      if (!joins) await startup.halt(name);
      if (!(await (joins ?? begin(member)))) throw new Error(`${name} was halted before it was up.`);
      return undefined;
    },
    async halt(member) {
      if (member.phase === 'halted') return;
      member.phase = 'stopping';
      try {
        await startup.halt(member.machine.name);
      } finally {
        member.phase = 'halted';
      }
    },
    destroy,
    async settle(member) {
      await member.agent?.endLeftovers();
      if (member.record.wanted === 'destroyed') await destroy(member);
    },
  };
}
