import type { FrameworkInfo, SchedulerCall } from '../../api/mesos/scheduler.ts';

/** The roles that Marathon subscribes with, and for which of them it wants offers. */
export interface SubscribedRoles {
  /** What a new subscription says: all roles there are, none of which wants offers so far. */
  subscribe: () => SchedulerCall;
  /** The calls that make offers come for just these roles. `anew` also ends the refusals that hold offers of theirs back. */
  want: (roles: ReadonlySet<string>, anew: boolean) => SchedulerCall[];
  /** The call that gives up roles that nothing has any more; none where all are in use. */
  review: () => SchedulerCall[];
}

export interface SubscribedRolesOptions {
  /** What Marathon says of itself to Mesos. */
  framework: (roles: string[]) => FrameworkInfo;
  /** The roles of all that there is, Marathon's own among them. */
  roles: () => Set<string>;
}

export function createSubscribedRoles({ framework, roles }: SubscribedRolesOptions): SubscribedRoles {
  let known = new Set<string>();
  let wanted: ReadonlySet<string> = new Set();

  const change = (next: Set<string>): SchedulerCall => {
    known = next;
    const suppressed_roles = [...known].filter((role) => !wanted.has(role));
    return { type: 'UPDATE_FRAMEWORK', update_framework: { framework_info: framework([...known]), suppressed_roles } };
  };
  return {
    subscribe() {
      known = roles();
      wanted = new Set();
      const suppressed_roles = [...known];
      return { type: 'SUBSCRIBE', subscribe: { framework_info: framework([...known]), suppressed_roles } };
    },
    want(next, anew) {
      const before = wanted;
      wanted = new Set(next);
      const isNew = [...wanted].some((role) => !known.has(role));
      const left = [...before].filter((role) => !wanted.has(role));
      const revived = [...wanted].filter((role) => anew || !before.has(role));
      return [
        ...(isNew ? [change(new Set([...known, ...wanted]))] : []),
        ...(left.length > 0 ? [{ type: 'SUPPRESS' as const, suppress: { roles: left } }] : []),
        ...(revived.length > 0 ? [{ type: 'REVIVE' as const, revive: { roles: revived } }] : []),
      ];
    },
    review() {
      const used = new Set([...roles(), ...wanted]);
      return [...known].some((role) => !used.has(role)) ? [change(used)] : [];
    },
  };
}
