import * as z from 'zod/mini';

/** Maintenance: machines are scheduled for it, taken down and up again. Times in nanoseconds, since the epoch or long. */

const nanoseconds = z.object({ nanoseconds: z.number() });

/** A machine by either of its names; an agent is on it when everything that is given fits. */
const machineIdSchema = z.object({ hostname: z.optional(z.string()), ip: z.optional(z.string()) });
export type MachineId = z.infer<typeof machineIdSchema>;

/** From when on a machine is away, and for how long; without a duration the end is open. */
const unavailabilitySchema = z.object({ start: nanoseconds, duration: z.optional(nanoseconds) });
export type Unavailability = z.infer<typeof unavailabilitySchema>;

export const scheduleSchema = z.object({
  windows: z.optional(z.array(z.object({ machine_ids: z.array(machineIdSchema), unavailability: unavailabilitySchema }))),
});
export type MaintenanceSchedule = z.infer<typeof scheduleSchema>;

export const machinesSchema = z.array(machineIdSchema);

/** `/maintenance/status`. A list is left out while it is empty. */
export interface MaintenanceStatus {
  draining_machines?: { id: MachineId; statuses?: InverseOfferStatus[] }[];
  down_machines?: MachineId[];
}

/** What a framework has said about leaving a machine. */
export interface InverseOfferStatus {
  status: 'ACCEPT' | 'DECLINE';
  framework_id: { value: string };
  timestamp: { nanoseconds: number };
}
