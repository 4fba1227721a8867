/** Marathon's task ids: `shop_web.instance-<uuid>._app.1`, before 1.5 `shop_web.<uuid>`, with `_` for the slashes of the app's id. */
const TASK_ID = /^(?<app>[a-z0-9._-]+?)\.(?:instance-)?[0-9a-f]{8}-[0-9a-f-]{27}(?:\.|$)/;

/** The id of the application that a task of Marathon belongs to; undefined for an id of another form. */
export function marathonIdOfTask(taskId: string): string | undefined {
  const app = TASK_ID.exec(taskId)?.groups?.['app'];
  return app === undefined ? undefined : `/${app.replaceAll('_', '/')}`;
}
