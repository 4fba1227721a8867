import type { marathonInstances as en } from '../en/marathon-instances.ts';
import type { Words } from '../words-of.ts';

const ofLimit = (limit: string | undefined): string => (limit === undefined ? '' : ` / ${limit}`);

export const marathonInstances: Words<typeof en> = {
  table: {
    label: 'インスタンス',
    id: 'ID',
    endpoints: 'エンドポイント',
    usage: '使用量',
    health: 'ヘルス',
    status: 'ステータス',
    logOf: (file, task) => `${task} の ${file}`,
    version: 'バージョン',
    updated: '更新',
    none: 'インスタンスなし',
    noneHint: '現在このアプリケーションは実行されていません。',
    select: (task) => `${task} を選択`,
    selectAll: 'すべてのインスタンスを選択',
    selected: (count) => `${count} 件選択中`,
    noEndpoint: 'ポートなし',
  },

  states: {
    TASK_STAGING: 'ステージング',
    TASK_STARTING: '起動中',
    TASK_RUNNING: '実行中',
    TASK_KILLING: '停止中',
    TASK_FAILED: '失敗',
    TASK_FINISHED: '完了',
    TASK_KILLED: '強制終了',
    TASK_ERROR: 'エラー',
    TASK_LOST: '喪失',
    TASK_UNREACHABLE: '到達不能',
    TASK_DROPPED: '破棄',
    TASK_GONE: '消失',
    TASK_GONE_BY_OPERATOR: '消失',
  },

  filter: {
    label: 'インスタンスを絞り込む',
    search: 'ID、ホスト、ポートで絞り込む',
    host: 'ホスト',
    allHosts: 'すべてのホスト',
    port: 'ポート',
    state: 'ステータス',
    allStates: 'すべてのステータス',
    health: 'ヘルス',
    allHealths: 'すべてのヘルス',
    version: 'バージョン',
    allVersions: 'すべてのバージョン',
    currentVersion: (date) => `${date} (現在)`,
    clear: 'すべてのインスタンスを表示',
    none: '一致するインスタンスはありません',
    noneHint: 'このアプリケーションにフィルターに一致するインスタンスはありません。',
    shown: (shown, all) => `${all} 件中 ${shown} 件のインスタンス`,
  },

  usage: {
    cpu: (amount, limit) => `CPU ${amount}${ofLimit(limit)}`,
    memory: (amount, limit) => `メモリ ${amount}${limit === undefined ? '' : ` (上限 ${limit})`}`,
    cpuShort: (amount) => `CPU ${amount}`,
    measured: 'エージェントによる実測',
    notMeasured: '実測なし',
  },

  toCome: (count) => `${count} インスタンスがまだ起動されていません`,
  why: '理由',

  stateHints: {
    TASK_STAGING: 'エージェントが準備中です。必要なファイルとイメージを取得しています。',
    TASK_STARTING: 'プロセスを起動しています。',
    TASK_KILLING: '停止を指示され、猶予期間中です。',
    TASK_UNREACHABLE: 'エージェントに到達できません。まだ実行中の可能性があり、エージェントが復帰すると再び数えられます。',
    TASK_LOST: 'エージェントに到達できないか、エージェントがこのタスクを忘れています。',
    TASK_FAILED: '終了しました。別のインスタンスが代わりに起動されます。',
    TASK_FINISHED: '終了しました。別のインスタンスが代わりに起動されます。',
  },
  failures: (count) => `${count} 回連続で失敗`,

  kill: {
    kill: '強制終了',
    scale: '強制終了してスケール',
    wipe: '強制終了してデータ消去',
    title: (count) => `${count} インスタンスを強制終了しますか?`,
    wipeTitle: (count) => `${count} インスタンスを強制終了し、データも消去しますか?`,
    text: 'Marathon が代わりに新しいインスタンスを起動します。',
    scaleText: (count) => `アプリケーションは ${count} 減ってスケールダウンされ、代わりは起動されません。`,
    wipeText: '永続ボリュームは、中のすべてのデータとともに破棄されます。この操作は取り消せません。',
    done: (count) => `${count} インスタンスを強制終了しています`,
    ended: '選択したインスタンスはすでに終了しています。',
  },
};
