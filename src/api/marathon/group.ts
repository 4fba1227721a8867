import * as z from 'zod/mini';
import { pathIdSchema } from './app-id.ts';
import { appSchema, type PostedApp } from './app.ts';
import { faultOf, withoutNulls, type BodyFault } from './faults.ts';
import { podSchema, type PostedPod } from './pod.ts';
import { boolean, list, number, string, timestamp } from './fields.ts';

/**
 * A group as posted or changed. What is absent stays as it is; `scaleBy` (a factor) and `version` (a return) stand alone.
 * Ids within it are relative to it.
 */
export interface GroupUpdate {
  id?: string | undefined;
  apps?: PostedApp[] | undefined;
  groups?: GroupUpdate[] | undefined;
  pods?: PostedPod[] | undefined;
  dependencies?: string[] | undefined;
  scaleBy?: number | undefined;
  version?: string | undefined;
  enforceRole?: boolean | undefined;
}

const enforceRole = z.optional(boolean('enforceRole'));

export const groupUpdateSchema: z.ZodMiniType<GroupUpdate> = z.object(
  {
    id: z.optional(pathIdSchema),
    apps: z.optional(list('Apps', appSchema)),
    get groups() {
      return z.optional(z.array(groupUpdateSchema, { error: 'Groups have to be a list.' }));
    },
    pods: z.optional(list('Pods', podSchema)),
    dependencies: z.optional(list('Dependencies', string('A dependency'))),
    scaleBy: z.optional(number('The factor')),
    version: z.optional(timestamp('The version')),
    enforceRole,
  },
  { error: 'A group has to be an object.' },
);

const groupPatchSchema = z.object({ enforceRole }, { error: 'A group has to be an object.' });

/** Reads the body of a group. Errors as of apps: paths such as `/groups(0)/apps(1)/cpus`. */
export function readGroup(input: unknown): { ok: true; group: GroupUpdate } | { ok: false; error: BodyFault } {
  const result = z.safeParse(groupUpdateSchema, withoutNulls(input));
  return result.success ? { ok: true, group: result.data } : { ok: false, error: faultOf(result.error, input) };
}

/** Reads the change of a top-level group that needs no deployment: whether it insists on its role. */
export function readGroupPatch(input: unknown): { ok: true; enforceRole: boolean } | { ok: false; error: BodyFault } {
  const result = z.safeParse(groupPatchSchema, withoutNulls(input));
  return result.success ? { ok: true, enforceRole: result.data.enforceRole ?? false } : { ok: false, error: faultOf(result.error, input) };
}
