import type { help as en } from '../en/help.ts';
import type { Words } from '../words-of.ts';

export const help: Words<typeof en> = {
  shortcuts: {
    title: 'キーボードショートカット',
    inert: '入力中やダイアログの表示中は、文字キーは動作しません。',
    groups: { anywhere: '全般', tables: '表', marathon: 'Marathon の操作', places: '移動' },
    what: {
      palette: 'すべてを検索、コマンドを実行',
      nextRow: '次の行',
      previousRow: '前の行',
      openRow: '行を開く',
      create: 'アプリケーションを作成',
      createGroup: 'グループを作成',
      edit: '開いているアプリケーションを編集',
      version: 'バージョンを表示',
      search: '一覧を検索',
      about: 'バージョン情報',
      help: 'この一覧',
      submit: 'アプリケーションのフォームを送信',
      escape: '最前面のダイアログやメニューを閉じる。検索を空にする',
    },
  },

  about: {
    title: 'Marathon について',
    version: 'バージョン',
    frameworkId: 'フレームワーク ID',
    leader: 'リーダー',
    marathonConfig: 'Marathon の設定',
    zookeeperConfig: 'ZooKeeper の設定',
    httpConfig: 'HTTP の設定',
    none: 'なし',
    failed: 'Marathon から情報を取得できません',
  },

  documentation: {
    title: 'ドキュメント',
    statuses: 'ステータス',
    health: 'ヘルスバー',
    healthKinds: {
      healthy: '実行中で、すべてのヘルスチェックに合格',
      unhealthy: '実行中で、ヘルスチェックに失敗',
      unknown: '実行中で、ヘルスチェックがないか最初の結果を待っている',
      staged: '起動中',
      over: 'アップグレード中など、必要数を超えて実行中',
      unscheduled: '必要だが、まだ存在しない',
    },
    suspend: '休止と再開',
    suspendText:
      '休止はアプリケーションを 0 インスタンスにスケールし、アプリケーション自体は残します。再開は、誰が休止したかにかかわらず、インスタンスを持つ最新バージョンと同じ数を起動します。',
    destroy: '破棄と復元',
    destroyText:
      'このブラウザーから破棄したものは、最後の定義とともにブラウザーに保持されます (「グループを作成」の横のメニューの「最近破棄したもの」)。「元に戻す」と「再作成」はアプリケーションを新しく作ります。インスタンスとボリューム内のデータは失われています。',
    deployments: 'ロールバックと停止',
    deploymentsText:
      'ロールバックは、すべてを以前の状態に戻す新しいデプロイを開始します。停止はデプロイを現在の状態で中断します。Marathon は終了したデプロイの一覧を保持しないため、ページには終了を確認できたものだけが表示されます。',
    notifications: '通知',
    notificationsText:
      'Marathon のページを開いている間、他者によるアプリケーションの作成・変更・破棄、デプロイの終了、インスタンスの失敗を通知します。このブラウザーについては、ヘルプメニューでオフにできます。',
    keys: 'キーボードショートカット',
  },

  api: {
    title: 'API リファレンス',
    intro: 'このクラスターのアドレス以下にある Marathon のインターフェイス。リンクは GET の現在の応答を開きます。',
    label: 'Marathon へのリクエスト',
    method: 'メソッド',
    path: 'パス',
    what: '動作',
  },
};
