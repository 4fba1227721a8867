import type { notifications as en } from '../en/notifications.ts';
import type { Words } from '../words-of.ts';

const apps = (count: number): string => `${count} 件のアプリケーション`;

export const notifications: Words<typeof en> = {
  one: {
    created: (id) => `${id} が作成されました`,
    destroyed: (id) => `${id} が破棄されました`,
    changed: (id) => `${id} がデプロイされました`,
    'deployment-failed': (id) => `${id} のデプロイが失敗したか、停止されました`,
    'instance-failed': (id) => `${id} のインスタンスが失敗しました`,
  },
  several: {
    created: (count) => `${apps(count)}が作成されました`,
    destroyed: (count) => `${apps(count)}が破棄されました`,
    changed: (count) => `${apps(count)}がデプロイされました`,
    'deployment-failed': (count) => `${apps(count)}のデプロイが失敗したか、停止されました`,
    'instance-failed': (count) => `${apps(count)}のインスタンスが失敗しました`,
  },
  elsewhere: 'このページ以外での操作',
  show: '表示',
};
