import { queryOptions } from '@tanstack/react-query';
import {
  actionPreviewSchema,
  type MachineAction,
  newMachinePreviewSchema,
  type NewMachinePreview,
  type Operation,
  operationSchema,
  operationsSchema,
} from '../../api/machines/operations.ts';
import { request } from '../util/http.ts';

/** Changes of machines by the cluster's own API. Each throws ApiError with the reason when it is refused. */

const API = '/machines/v1';

/** Begins it; what becomes of it is among the operations. */
export const changeMachine = (action: MachineAction, name: string): Promise<Operation> =>
  request(`${API}/${action}`, { method: 'POST', body: { machines: [name] }, schema: operationSchema });

/** A machine as the form has it: what is left out gets the defaults of VagrantConfig.yaml. */
export interface MachineForm {
  name: string;
  type?: 'agent-private' | 'agent-public';
  ip?: string;
  cpus?: number;
  memory?: number;
  'memory-reserved'?: number;
}

export const addMachine = (machine: MachineForm): Promise<Operation> =>
  request(`${API}/machines`, { method: 'POST', body: machine, schema: operationSchema });

/** What the machine would be, or why it cannot be. */
export const newMachineQuery = (machine: MachineForm) =>
  queryOptions({
    queryKey: ['machines', 'new', machine],
    queryFn: ({ signal }): Promise<NewMachinePreview> =>
      request(`${API}/machines?dryRun=true`, { method: 'POST', body: machine, schema: newMachinePreviewSchema, signal }),
    retry: false,
  });

const PREVIEW_MS = 3_000;

/** What would become of the tasks of a machine. */
export const previewQuery = (action: MachineAction, name: string) =>
  queryOptions({
    queryKey: ['machines', 'preview', action, name],
    queryFn: ({ signal }) =>
      request(`${API}/preview/${action}?machine=${encodeURIComponent(name)}`, { schema: actionPreviewSchema, signal }),
    refetchInterval: PREVIEW_MS,
    retry: false,
  });

const OPERATIONS_MS = 5_000;
const RUNNING_MS = 700;

/** What was done to machines, the newest first. */
export const operationsQuery = queryOptions({
  queryKey: ['machines', 'operations'],
  queryFn: async ({ signal }) => (await request(`${API}/operations`, { schema: operationsSchema, signal })).operations,
  refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? RUNNING_MS : OPERATIONS_MS),
});
