/** `/a/b` → `a_b`: an app id as a part of task and instance ids (§4). */
export const safeId = (appId: string): string => appId.replace(/^\//, '').replaceAll('/', '_');

/** `/a/b` → `b.a`: Mesos' name of a task, and what mesos-dns makes names of. */
export const taskName = (appId: string): string => appId.split('/').filter(Boolean).reverse().join('.');

export const instanceId = (appId: string, uuid: string): string => `${safeId(appId)}.instance-${uuid}`;

export const taskId = (instance: string, incarnation: number): string => `${instance}._app.${incarnation}`;

/** The instance that a task id belongs to; undefined for ids that are not of this form. */
export const instanceOfTask = (task: string): string | undefined =>
  /^(.+\.(?:instance|marathon)-[0-9a-f-]{36})\._app\.\d+$/.exec(task)?.[1];
