/** `/a/b` → `a_b`: an id of an app or pod as a part of task and instance ids (§4). */
export const safeId = (appId: string): string => appId.replace(/^\//, '').replaceAll('/', '_');

/** `/a/b` → `b.a`: Mesos' name of a task, and what mesos-dns makes names of. */
export const taskName = (appId: string): string => appId.split('/').filter(Boolean).reverse().join('.');

export const instanceId = (appId: string, uuid: string): string => `${safeId(appId)}.instance-${uuid}`;

/** What stands in task ids of apps where those of pods name the container. */
export const APP_TASK = '_app';

export const taskId = (instance: string, container: string, incarnation: number): string => `${instance}.${container}.${incarnation}`;

/** `/a/b` and its instance `a_b.instance-<uuid>` → `instance-a_b.<uuid>`: the executor around the containers of a pod. */
export const executorId = (instance: string): string => instance.replace(/^(.+)\.(instance-|marathon-)([^.]+)$/, '$2$1.$3');

/** The instance that a task id belongs to; undefined for ids that are not of this form. */
export const instanceOfTask = (task: string): string | undefined =>
  /^(.+\.(?:instance|marathon)-[0-9a-f-]{36})\.[a-z0-9_-]+\.\d+$/.exec(task)?.[1];
