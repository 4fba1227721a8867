import type { deployments as en } from '../en/deployments.ts';
import type { Words } from '../words-of.ts';

export const deployments: Words<typeof en> = {
  find: 'デプロイを絞り込む',
  running: '実行中のデプロイ',
  finished: '終了したデプロイ',
  finishedHint: 'このページを開いてから終了したものです。Marathon 自体は一覧を保持しません。',
  noneFinished: 'このページを開いてから終了したものはありません。',
  forget: '一覧をクリア',
  id: 'デプロイ ID',
  affected: '対象のアプリケーション',
  nothingAffected: '対象のアプリケーションはありません',
  progress: '進行状況',
  steps: 'ステップ',
  step: (current, total) => `ステップ ${current} / ${total}`,
  stepStates: { done: '完了', now: '進行中', waiting: '待機中', stopped: '未実行' },
  stepsDone: '完了',
  stepNow: '進行中',
  elapsed: '経過時間',
  took: (length) => `所要時間 ${length}`,
  none: '実行中のデプロイはありません',
  noneHint: '実行中のデプロイはここに表示されます。デプロイは、アプリケーションをある状態から別の状態へ段階的に移行します。',
  loadFailed: 'デプロイを読み込めませんでした',
  more: (count) => `他 ${count} 件`,
  succeeded: '成功',
  failed: '失敗または停止',
  actions: {
    StartApplication: '開始',
    StopApplication: '停止',
    ScaleApplication: 'スケール',
    RestartApplication: '再起動',
    StartPod: '開始',
    StopPod: '停止',
    ScalePod: 'スケール',
    RestartPod: '再起動',
  },

  counts: {
    ready: (ready, wanted) => `${wanted} インスタンス中 ${ready} が準備完了`,
    replaced: (ready, wanted) => `${wanted} インスタンス中 ${ready} が新しいバージョン`,
    old: (old) => `古いバージョンの ${old} インスタンスがまだ実行中`,
    toStop: (count) => `${count} インスタンスを停止中`,
  },

  why: {
    title: '待機の理由',
    delayed: (seconds) =>
      seconds > 0
        ? `インスタンスが早く終了しすぎたため、次の起動は ${seconds} 秒後です`
        : 'インスタンスが早く終了しすぎたため、次の起動まで待機します',
    noOffers: 'リソースをオファーしたエージェントはまだありません',
    staging: (count) => `${count} インスタンスを起動中`,
    unhealthy: (count) => `${count} インスタンスがヘルスチェックに失敗しています`,
    notYetHealthy: (count) => `${count} インスタンスがまだヘルスチェックに合格していません`,
    notReady: (name, count) => `${count} インスタンスのレディネスチェック ${name} がまだ合格していません`,
    answered: (status) => `(最後の応答: ${status})`,
    failed: (message) => `最後のインスタンスが失敗しました: ${message}`,
  },
  migration: {
    waits: (id) => `${id} の移行が判断を待っています`,
    hint: (path) => `ここまでの結果を確認してから続行してください。「続行」はフレームワーク自身に POST ${path} を送ります。`,
    noAddress:
      'ここからは続行できません。ラベル DCOS_PACKAGE_FRAMEWORK_NAME と DCOS_MIGRATION_API_PATH の両方でフレームワークの場所を指定する必要があります。',
    goOn: '続行',
    continued: (id) => `${id} は移行を続行します`,
    failed: 'フレームワークが要求を受け付けませんでした',
    failedHint: (message) => `${message} フレームワークが実行中で到達可能か確認してから、もう一度お試しください。`,
  },

  rollback: 'ロールバック',
  rollbackTitle: 'このデプロイをロールバックしますか?',
  rollbackLead: '新しいデプロイにより、すべてがこのデプロイの開始前の状態に戻ります:',
  rolledBack: 'デプロイをロールバックしています',
  stop: '停止',
  stopTitle: 'このデプロイを停止しますか?',
  stopLead: 'Marathon はデプロイを現在の状態で中断します。元に戻すことも、新しいデプロイを始めることもありません。',
  stopLeft: '行われなくなる処理:',
  stopAfter:
    '定義は現在のまま残ります。Marathon は不足しているインスタンスを引き続き起動しますが、古いものの停止や順序の維持は行いません。',
  stopped: 'デプロイを停止しました',
  gone: 'このデプロイはすでに終了しています。',

  effects: {
    looking: '以前のバージョンと比較しています…',
    destroyed: '以前は存在しなかったため、再び破棄されます',
    restored: '再び作成されます',
    scaled: (from, to) => `${from} から ${to} インスタンスに戻ります`,
    reverted: (keys) => `以前の定義に戻り (変更: ${keys})、インスタンスが置き換えられます`,
    restarted: '以前のバージョンに戻り、インスタンスが再び置き換えられます',
    unknown: '以前のバージョンに戻ります',
  },
};
