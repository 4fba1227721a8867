import type { shell as en } from '../en/shell.ts';
import type { Words } from '../words-of.ts';

export const shell: Words<typeof en> = {
  productName: 'DC/OS',
  skipToContent: '本文へ移動',
  navigation: 'メインナビゲーション',
  openNavigation: 'ナビゲーションを開く',
  showAllLevels: 'すべての階層を表示',
  groups: { resources: 'リソース', system: 'システム', marathon: 'Marathon' },
  links: {
    dashboard: 'ダッシュボード',
    services: 'サービス',
    jobs: 'ジョブ',
    nodes: 'ノード',
    components: 'コンポーネント',
    cluster: 'クラスター',
    mesos: 'Mesos',
    applications: 'アプリケーション',
    deployments: 'デプロイ',
  },
  running: '件実行中',
  help: {
    label: 'ヘルプ',
    shortcuts: 'キーボードショートカット',
    documentation: 'ドキュメント',
    apiReference: 'API リファレンス',
    notificationsOff: '通知をオフにする',
    notificationsOn: '通知をオンにする',
    about: 'バージョン情報',
  },
  theme: { label: 'テーマ', system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  user: { menu: 'ユーザーメニュー', logOut: 'ログアウト' },
  freshness: {
    label: 'データの鮮度',
    live: 'ライブ',
    behind: (seconds) => `${seconds} 秒遅れ`,
    reconnecting: (attempt) => `再接続中 (${attempt} 回目)`,
    connecting: '接続中',
    sources: { mesos: 'Mesos', marathon: 'Marathon', chronos: 'Chronos' },
    actionsOff: (source) => `${source} に接続できません。表示中の内容は古い可能性があります。応答が戻ると操作できるようになります。`,
  },
  simulated: {
    title: 'コンテナーはシミュレーションです',
    containers:
      'Docker イメージを使うアプリケーションはすべての状態を遷移しますが、実際のコンテナーは起動しません。イメージのないコマンドは実際に実行されます。',
    everythingTitle: 'タスクはシミュレーションです',
    everything: 'アプリケーションはすべての状態を遷移しますが、プロセスもコンテナーも実際には起動しません。',
    remedy: '実際のコンテナーを使うには、クラスターを停止して次を実行してください:',
  },
  notFound: {
    title: 'このページは存在しません',
    detail: (path) => `${path} には何もありません。`,
    toDashboard: 'ダッシュボードへ',
  },
  crash: {
    title: 'このページは動作を停止しました',
    detail: 'ダッシュボード自体に不具合が発生しました。クラスターには影響ありません。',
    reload: 'ページを再読み込み',
    outdated: 'ダッシュボードの一部を読み込めませんでした。このページを開いた後に更新されたか、サーバーに接続できない可能性があります。',
  },
};
