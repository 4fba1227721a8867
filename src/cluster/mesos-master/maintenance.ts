import * as z from 'zod/mini';
import {
  machinesSchema,
  scheduleSchema,
  type MachineId,
  type MaintenanceSchedule,
  type MaintenanceStatus,
} from '../../api/mesos/maintenance.ts';
import { schemaFault } from '../../api/mesos/resource-schema.ts';
import { empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import type { OperatorCall } from '../libprocess/operator-call.ts';
import { bodyText } from '../rest/body-text.ts';
import { removeAgent } from './agent-loss.ts';
import type { MasterContext } from './context.ts';
import { askToLeave } from './inverse-offers.ts';
import { isOnMachine, machineKey, machinesProblem, scheduleProblem, withoutMachines } from './maintenance-rules.ts';
import type { MasterState } from './state.ts';

/** `/maintenance/*` and `/machine/*`: a machine is scheduled, taken down with its agents, and up again. */

export const scheduleJson = ({ maintenance }: MasterState): MaintenanceSchedule => maintenance.schedule;

export function maintenanceStatusJson({ maintenance, agents }: MasterState): MaintenanceStatus {
  const { schedule, down, answers } = maintenance;
  const scheduled = (schedule.windows ?? []).flatMap(({ machine_ids }) => machine_ids);
  const draining = scheduled
    .filter((machine) => !down.has(machineKey(machine)))
    .map((id) => {
      const there = [...agents.values()].filter((agent) => isOnMachine(agent, id));
      const statuses = there.flatMap((agent) => [...(answers.get(agent.id)?.values() ?? [])]);
      return { id, ...(statuses.length > 0 && { statuses }) };
    });
  return {
    ...(draining.length > 0 && { draining_machines: draining }),
    ...(down.size > 0 && { down_machines: [...down.values()] }),
  };
}

/** Replaces the whole schedule. Throws HttpError 400 for one that cannot be. */
export function setSchedule(context: MasterContext, schedule: MaintenanceSchedule): void {
  const { maintenance } = context.state;
  const problem = scheduleProblem(schedule, [...maintenance.down.values()]);
  if (problem !== undefined) throw new HttpError(400, problem);
  maintenance.schedule = schedule.windows && schedule.windows.length > 0 ? schedule : {};
  context.registry.saveMaintenance(maintenance);
  askToLeave(context);
}

/** The agents of these machines are removed with their tasks, and may not register until the machines are up. Throws HttpError 400. */
export function bringDown(context: MasterContext, machines: readonly MachineId[]): void {
  const { maintenance, agents } = context.state;
  const problem = machinesProblem(machines, maintenance.schedule, maintenance.down, 'down');
  if (problem !== undefined) throw new HttpError(400, problem);
  for (const machine of machines) maintenance.down.set(machineKey(machine), machine);
  context.registry.saveMaintenance(maintenance);
  for (const agent of agents.values())
    if (machines.some((machine) => isOnMachine(agent, machine))) removeAgent(context, agent, MACHINE_DOWN);
}

const MACHINE_DOWN = {
  becomes: 'TASK_GONE',
  reason: 'REASON_AGENT_REMOVED',
  message: 'The machine was taken down for maintenance',
  removal: 'unregistered',
  farewell: 'shutdown',
} as const;

/** Up again, and out of the schedule. Throws HttpError 400. */
export function bringUp(context: MasterContext, machines: readonly MachineId[]): void {
  const { maintenance } = context.state;
  const problem = machinesProblem(machines, maintenance.schedule, maintenance.down, 'up');
  if (problem !== undefined) throw new HttpError(400, problem);
  for (const machine of machines) maintenance.down.delete(machineKey(machine));
  maintenance.schedule = withoutMachines(maintenance.schedule, machines);
  context.registry.saveMaintenance(maintenance);
}

export const postSchedule = async (context: MasterContext, request: Request): Promise<Response> =>
  changed(setSchedule, context, await parsedBody(scheduleSchema, request));
export const postDown = async (context: MasterContext, request: Request): Promise<Response> =>
  changed(bringDown, context, await parsedBody(machinesSchema, request));
export const postUp = async (context: MasterContext, request: Request): Promise<Response> =>
  changed(bringUp, context, await parsedBody(machinesSchema, request));

function changed<T>(change: (context: MasterContext, wanted: T) => void, context: MasterContext, wanted: T): Response {
  change(context, wanted);
  return empty();
}

async function parsedBody<T>(schema: z.ZodMiniType<T>, request: Request): Promise<T> {
  const body = await bodyText(request);
  try {
    return schema.parse(JSON.parse(body));
  } catch (fault) {
    throw new HttpError(400, `Failed to parse the request body: ${schemaFault(fault)}`);
  }
}

const machinesCall = z.object({ machines: machinesSchema });
export const updateScheduleCall = (context: MasterContext, call: OperatorCall): void =>
  setSchedule(context, call.parsed(z.object({ schedule: scheduleSchema })).schedule);
export const startMaintenanceCall = (context: MasterContext, call: OperatorCall): void =>
  bringDown(context, call.parsed(machinesCall).machines);
export const stopMaintenanceCall = (context: MasterContext, call: OperatorCall): void =>
  bringUp(context, call.parsed(machinesCall).machines);
