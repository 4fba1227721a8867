import type { services as english } from '../en/services.ts';
import type { Words } from '../words-of.ts';

/** DC/OS のサービス画面の文言。 */
export const services: Words<typeof english> = {
  title: 'サービス',
  filter: 'サービスを絞り込む',
  placeholder: '例：is:running label:team=shop …',
  view: '表示',
  tree: 'グループ',
  flat: 'すべて',
  columns: { name: '名前', status: '状態', health: 'ヘルス', instances: 'インスタンス', cpu: 'CPU', memory: 'メモリー', disk: 'ディスク' },
  framework: 'フレームワーク',
  active: 'アクティブ',
  away: '切断中',
  awayHint: 'このフレームワークは Mesos マスターとの接続を失っています。フェイルオーバーの期限まではタスクの実行が続きます。',
  activeHint: 'このフレームワークは Mesos マスターに登録されています。',
  tasks: (count) => `${count} 個のタスク`,
  openUi: (name) => `${name} の Web UI を開く`,
  count: (shown, total) => (shown === total ? `${total} 個のサービス` : `${total} 個中 ${shown} 個のサービス`),
  none: 'サービスはまだありません',
  noneHint: 'サービスとは、Marathon が動かし続けるアプリケーション、または Mesos からオファーを受けるほかのフレームワークです。',
  emptyGroup: 'このグループにサービスはありません',
  fromCatalog: 'カタログから選ぶ',
  deployments: {
    tab: 'デプロイ',
    none: '現在このサービスを変更しているデプロイはありません',
    noneHint: 'サービスの作成、編集、スケール、再起動によってデプロイが始まります。',
    all: 'すべてのデプロイ',
  },
  endpoints: {
    tab: 'エンドポイント',
    label: 'エンドポイント',
    instance: 'インスタンス',
    host: 'ホスト',
    address: 'アドレス',
    name: 'ポート名',
    health: 'ヘルス',
    none: 'ポートを持つインスタンスはありません',
    noneHint: 'サービスにポートを定義すると、各インスタンスのポートがここに表示されます。',
    balanced: 'ほかのサービスからの名前',
    open: (address) => `${address} を開く`,
  },
};
