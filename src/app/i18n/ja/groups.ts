import type { groups as en } from '../en/groups.ts';
import type { Words } from '../words-of.ts';

export const groups: Words<typeof en> = {
  createTitle: '新規グループ',
  create: 'グループを作成',
  id: 'グループ ID',
  idHint: (parent) => `${parent} の中`,
  exists: (id) => `グループ ${id} はすでに存在します。`,
  appExists: (id) => `アプリケーション ${id} はすでに存在します。`,
  showExisting: (id) => `${id} を表示`,
  created: (id) => `${id} を作成しました`,

  scaleBy: '係数でスケール',
  scaleTitle: (id) => `${id} を係数でスケール`,
  factor: '係数',
  factorHint: 'グループ内の各アプリケーションのインスタンス数に掛け、端数は切り上げます。',
  factorError: '係数は 0 以上の数値にしてください。',
  fromTo: (id, from, to) => `${id}: ${from} → ${to}`,
  plan: '変更内容',
  unchanged: '変更はありません。',
  andMore: (count) => `他 ${count} 件`,
  scaled: (id, factor) => `${id} を ${factor} 倍にスケールしています`,

  restartAll: 'すべて再起動',
  edit: 'グループを編集',
  editTitle: (id) => `${id} を編集`,
  dependencies: '依存関係',
  dependenciesHint:
    'このグループのアプリケーションを起動、変更、スケールする前に実行されている必要があるもの。グループまたはアプリケーションの ID を 1 行に 1 つ。',
  unknownDependency: (id) => `グループまたはアプリケーション ${id} は存在しません。`,
  document: {
    editor: 'グループの JSON',
    noObject: 'グループはオブジェクトです: {"id": …}',
    unknownKey: (key) => `Marathon は「${key}」を認識せず、無視します。`,
  },
  idStays: (id) => `ID は ${id} のままです。`,
  jsonHint: 'グループ全体です。取り除いたアプリケーションやグループは破棄されます。',
  jsonMode: 'JSON モード',
  save: 'グループを変更してデプロイ',
  saved: (id) => `${id} を変更しています`,
  checkPlan: '実行内容を表示',
  noSteps: '行うことはありません。グループはそのままです。',
  step: (number) => `ステップ ${number}`,
  locked: '実行中のデプロイがこのグループのアプリケーションをロックしています。終了を待つか、停止してください。',

  destroyTitle: (id) => `グループ ${id} を破棄しますか?`,
  destroyText: (apps) =>
    apps === 0
      ? 'グループと、その中のグループが削除されます。アプリケーションは含まれていません。'
      : '次のアプリケーションのインスタンスがすべて停止され、アプリケーションとグループが削除されます:',
  destroyKept: '定義はしばらくこのブラウザーに保持され、グループの再作成に使えます。',
  destroyed: (id) => `${id} を破棄しています`,
  gone: (id) => `グループ ${id} は存在しません。すでに破棄された可能性があります。`,

  appCount: (count) => `${count} 件のアプリケーション`,
  instances: (running) => `${running} インスタンス`,
  views: 'グループの表示',
  applications: 'アプリケーション',
  graph: {
    none: 'ここには依存関係がありません',
    noneHint: 'アプリケーションやグループに依存関係を設定すると、デプロイでの起動順序がここに表示されます。',
    hint: '矢印は先に実行される必要があるものを指します。',
    independent: (count) => `${count} 件のアプリケーションは関係していません。`,
    tooMany: (shown, all) => `${all} 件中 ${shown} 件のみ描画しています。グループを開くと範囲を絞れます。`,
    label: '依存関係のグラフ',
    table: '依存関係の一覧',
    dependsOn: '依存先',
    loadFailed: 'グループを読み込めませんでした',
  },
};
