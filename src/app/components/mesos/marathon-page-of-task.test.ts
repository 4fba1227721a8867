import { expect, it } from 'vitest';
import { marathonPageOfTask } from './marathon-page-of-task.ts';

it('leads from a task to its application, in a group too', () => {
  expect(marathonPageOfTask('shop_web.instance-5627e4f0-e80d-11f1-b82c-845dc16aa950._app.1')?.id).toBe('/shop/web');
  expect(marathonPageOfTask('redis.5627e4f0-e80d-11f1-b82c-845dc16aa950')?.id).toBe('/redis');
});

it('knows tasks of others by the form of their ids', () => {
  expect(marathonPageOfTask('ct:1795353238920:0:job:')).toBeUndefined();
  expect(marathonPageOfTask('redis')).toBeUndefined();
});
