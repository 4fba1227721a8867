import type { Member, Members } from './members.ts';
import type { Startup } from './startup.ts';
import type { Condition } from './unit.ts';

/** Machines install themselves from the boot machine, once; in a cluster without one they are taken to be installed. */
export interface Installation {
  /** What has to hold before anything starts on a machine. */
  condition(name: string): Condition;
  /** What has to happen before a machine can be made; undefined for the name of one that was made already. */
  waitsFor(name?: string): string | undefined;
}

/** `bootIsReady`: the boot machine answers that others may install themselves from it. */
export function createInstallation(members: Members, startup: Startup, bootIsReady: () => Promise<boolean>): Installation {
  // without a list of all members: this is asked for each of them
  const boot = (): Member | undefined => {
    for (const member of members.values()) if (member.machine.type === 'boot') return member;
    return undefined;
  };
  const needsBoot = (name: string | undefined): Member | undefined => {
    const from = boot();
    const installed = name === from?.machine.name || (name !== undefined && members.get(name)?.record.installed === true);
    return installed ? undefined : from;
  };
  return {
    condition: (name) => ({
      get name() {
        return `${boot()?.machine.name ?? 'boot'} to be ready`;
      },
      async met() {
        const from = needsBoot(name);
        if (!from) return true;
        const isUp = startup.units(from.machine.name).every((unit) => unit.state() === 'active');
        return from.phase === 'up' && isUp && bootIsReady();
      },
    }),
    waitsFor(name) {
      const from = needsBoot(name);
      return from && from.phase !== 'up' ? `${from.machine.name} to be up, from which machines are made` : undefined;
    },
  };
}
