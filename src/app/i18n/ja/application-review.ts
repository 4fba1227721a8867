import type { applicationReview as en } from '../en/application-review.ts';
import type { Words } from '../words-of.ts';

const instances = (count: number): string => `${count} インスタンス`;

export const applicationReview: Words<typeof en> = {
  changes: '変更内容',
  now: '現在',
  after: '変更後',
  sent: '送信される内容',
  createRequest: 'POST /v2/apps',
  updateRequest: (id, partial) => (partial ? `PUT /v2/apps${id}: 変更されるキーのみ` : `PUT /v2/apps${id}: 削除されるキーがあるため全体`),
  nothing: '変更はありません。',
  effects: '実行される処理',
  start: (count) => (count === 0 ? 'インスタンスは起動されません。' : `${instances(count)}を起動します。`),
  scaleUp: (more) => `実行中のインスタンスはそのままで、${instances(more)}を追加します。`,
  scaleDown: (fewer) => `${instances(fewer)}を停止し、残りはそのままです。`,
  replace: (count, least, most) =>
    count === 0
      ? '実行するインスタンスがないため、置き換えは行われません。'
      : `再起動: ${instances(count)}を${count === 1 ? '' : 'すべて'}置き換えます。その間、少なくとも ${least}、最大で ${most} のインスタンスが存在します。`,
  plan: 'Marathon が返した、実行前の計画',
  planPending: 'Marathon に計画を問い合わせています…',
  planFailed: (reason) => `Marathon から計画を取得できませんでした: ${reason}`,
  planEmpty: 'ステップなし: 行うことはありません。',
  steps: (count) => `${count} ステップ`,
  actions: {
    StartApplication: (id) => `${id} を作成`,
    ScaleApplication: (id, count) => `${id} を${instances(count)}にスケール`,
    RestartApplication: (id, count) => `${id} を再起動 (${instances(count)})`,
    StopApplication: (id) => `${id} を停止`,
  },
};
