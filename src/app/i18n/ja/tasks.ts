import type { tasks as en } from '../en/tasks.ts';
import type { Words } from '../words-of.ts';

export const tasks: Words<typeof en> = {
  title: 'タスク',
  state: 'タスクの状態',
  states: {
    active: 'アクティブ',
    running: '実行中',
    staging: 'ステージング中',
    killing: '停止処理中',
    unreachable: '到達不能',
    failed: '失敗',
    finished: '完了または停止',
  },
  said: 'メッセージ',
  endedBetween: (from, to) => `${from} から ${to} の間に終了`,
  anyTime: 'すべての期間を表示',
  remembered: 'Mesos は終了したタスクをフレームワークごとに直近 1,000 件まで記録しています。',
  none: '該当するタスクはありません',
  noneAlive: 'フレームワークがタスクを起動すると、ここに表示されます。',
  noneAtThatTime: 'Mesos の記録には、この期間に該当する終了はありません。',
};
