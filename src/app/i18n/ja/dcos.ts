import type { dcos as en } from '../en/dcos.ts';
import type { Words } from '../words-of.ts';

const ofTotal = (shown: number, total: number): string => (shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`);

export const dcos: Words<typeof en> = {
  dashboard: {
    usedOf: (used, total) => `${total} 中 ${used}`,
    cpuUnit: (cpus) => `${cpus} CPU`,
  },
  nodes: {
    title: 'ノード',
    filter: 'ノードを絞り込む',
    columns: {
      host: 'ホスト',
      type: '種類',
      status: '状態',
      health: 'ヘルス',
      tasks: 'タスク',
      cpu: 'CPU',
      memory: 'メモリ',
      disk: 'ディスク',
    },
    types: { private: 'プライベートエージェント', public: 'パブリックエージェント' },
    status: { active: 'アクティブ', inactive: '非アクティブ' },
    inactiveHint: 'マスターはこのエージェントからしばらく応答を受けていません。タスクはまだ実行中の可能性があります。',
    empty: '登録されたノードはまだありません',
    emptyAdvice: 'エージェントは Mesos マスターを検出すると、ここに表示されます。',
    noMatch: (text) => `「${text}」に一致するノードはありません`,
    clearFilter: '絞り込みを解除',
    cannotLoad: 'ノードを読み込めませんでした',
    count: ofTotal,
  },
  node: {
    unknown: 'このノードは存在しません',
    unknownAdvice: 'クラスターから離脱した可能性があります。初期化後に復帰したエージェントには新しい ID が付きます。',
    toNodes: 'すべてのノードを表示',
    resources: 'リソース',
    details: '詳細',
    tasks: 'タスク',
    noTasks: 'このノードで実行中のタスクはありません',
    tasksUnavailable: 'このノードのタスクを取得できませんでした',
    id: 'Mesos ID',
    registered: '登録日時',
    version: 'Mesos バージョン',
    attributes: '属性',
    noAttributes: 'なし',
    columns: { name: 'タスク', framework: 'フレームワーク', state: '状態', cpus: 'CPU', memory: 'メモリ', since: '開始' },
  },
  health: { healthy: '正常', unhealthy: '異常', warning: '警告', unknown: '不明' },
};
