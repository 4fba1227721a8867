import type { filterLanguage as english } from '../en/filter-language.ts';
import type { Words } from '../words-of.ts';

const list = (values: readonly string[]): string => values.join('、');

/** 表の絞り込み欄の文言。 */
export const filterLanguage: Words<typeof english> = {
  possibilities: '絞り込みに使える項目',
  completions: (label) => `${label}：入力候補`,
  count: (shown, total) => (shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`),
  noMatch: (text) => `「${text}」に一致するものはありません`,
  clear: '絞り込みを解除',
  problems: {
    unclosedQuote: '引用符が閉じられていません。終わりに " を付けてください。',
    unknownKey: (key, possible) =>
      `ここでは「${key}」で絞り込めません。使える項目：${list(possible)}。文字列として探すには引用符で囲んでください。`,
    missingValue: (key, possible) =>
      possible.length === 0 ? `「${key}」の後に値を入力してください。` : `「${key}」の後に値を入力してください。例：${list(possible)}。`,
    badValue: (key, value, possible) => `「${key}」に「${value}」は指定できません。指定できる値：${list(possible)}。`,
    badComparison: (key, possible) => `「${key}」は数量ではありません。${list(possible)} を使ってください。`,
  },
  keys: {
    is: '状態',
    health: 'ヘルス',
    has: '有無',
    label: 'ラベル（キー=値）',
    host: 'ホストまたはノード',
    port: 'ポート番号',
    age: '開始からの時間',
    cpus: 'CPU 数',
    cpu: 'CPU の割合',
    mem: 'メモリー',
    disk: 'ディスク',
    image: 'コンテナイメージ',
    group: 'グループ',
    id: 'ID',
    framework: 'フレームワーク',
    role: 'ロール',
    state: 'ステート',
    version: 'バージョン',
    tasks: 'タスク数',
    instances: 'インスタンス数',
    type: '種類',
    unit: 'systemd ユニット',
    command: 'コマンド',
    runs: '実行回数',
    parent: '先に実行されるジョブ',
    ratio: '成功した実行の割合',
    took: '通常の所要時間',
    zone: 'タイムゾーン',
    owner: '所有者',
    resource: 'リソース',
    reason: '断られた理由',
    user: 'ユーザー',
    service: 'サービス',
    region: 'リージョン',
    next: '次の実行までの時間',
  },
};
