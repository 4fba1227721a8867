import type { appDialogs as en } from '../en/app-dialogs.ts';
import type { Words } from '../words-of.ts';

const apps = (count: number): string => `${count} 件のアプリケーション`;

export const appDialogs: Words<typeof en> = {
  scaleTitle: (id) => `${id} をスケール`,
  scaleLabel: 'インスタンス数',
  scaleHint: (now) => `実行するインスタンスの数。現在: ${now}。`,
  scaled: (id, instances) => `${id} を ${instances} にスケールしています`,
  keepsVolumes: '停止したインスタンスの永続ボリュームと、その予約済みリソースは保持されます。',
  restartTitle: (id) => `${id} を再起動しますか?`,
  restartText: (instances) => `実行中の ${instances} インスタンスすべてが新しいものに置き換えられます。`,
  restartTextOne: '実行中のインスタンスが新しいものに置き換えられます。',
  restarted: (id) => `${id} を再起動しています`,
  suspendTitle: (id) => `${id} を休止しますか?`,
  suspendText: (instances) =>
    `${instances} インスタンスを${instances === 1 ? '' : 'すべて'}停止します。アプリケーションは残り、「再開」で再び ${instances} インスタンスを起動します。`,
  suspended: (id) => `${id} を休止しています`,
  resumeTitle: (id) => `${id} を再開しますか?`,
  resumeLabel: 'インスタンス数',
  resumeHint: (former) => `休止前のインスタンス数は ${former} でした。`,
  resumeUnknown: '以前のインスタンス数はわからなくなっています。',
  resumed: (id, instances) => `${id} を ${instances} インスタンスで起動しています`,
  destroyTitle: (id) => `${id} を破棄しますか?`,
  destroyText: (id) =>
    `${id} のすべてのインスタンスが停止され、アプリケーションは永続ボリュームの内容とともに削除されます。定義はしばらくこのブラウザーに保持され、再作成に使えます。`,
  destroyed: (id) => `${id} を破棄しています`,
  undo: '元に戻す',
  recreating: (id) => `${id} は削除が終わりしだい再作成されます`,
  recreated: (id) => `${id} を再作成しました`,
  notRecreated: (id) => `${id} を再作成できませんでした`,

  bulk: {
    bar: '選択したアプリケーション',
    selected: (count) => `${count} 件選択中`,
    clear: '選択を解除',
    verbs: { scale: 'スケール', restart: '再起動', suspend: '休止', resume: '再開', destroy: '破棄' },
    title: (verb, count) => `${apps(count)}を${verb}しますか?`,
    texts: {
      scale: '各アプリケーションで実行するインスタンス数:',
      restart: 'これらのアプリケーションの実行中のインスタンスはすべて新しいものに置き換えられます。',
      suspend: 'これらのアプリケーションのインスタンスはすべて停止されます。アプリケーションは残り、「再開」で同じ数を再び起動します。',
      resume: '各アプリケーションは休止前と同じインスタンス数で起動されます。不明な場合は 1 インスタンスです。',
      destroy:
        'これらのアプリケーションのインスタンスはすべて停止され、アプリケーションは永続ボリュームの内容とともに削除されます。定義はしばらくこのブラウザーに保持されます。',
    },
    nothing: '選択したアプリケーションに対して行うことはありません。',
    leftOut: (ids) => `行うことがないため除外: ${ids}`,
    progress: (ended, all) => `${all} 件中 ${ended} 件完了`,
    list: 'アプリケーション',
    segments: { done: '完了', failed: '失敗' },
    done: (verb, count) => `${verb}: ${apps(count)}で開始しました`,
    failed: (count, all) => `${all} 件中 ${count} 件が失敗しました`,
    stopped: (left) => `中止しました。残りの ${left} 件には何も行っていません。`,
    stop: '中止',
    tryAgain: '失敗したものを再試行',
    force: (verb) => `現在のデプロイを停止して${verb}`,
  },

  recent: {
    title: '最近破棄したもの',
    open: '最近破棄したもの',
    none: 'このブラウザーから破棄されたものはありません',
    noneHint: '破棄したものはここに保持され、最後の定義で再作成できます。',
    keptHere: 'このブラウザーにのみ、直近 50 件を保持します。環境変数も定義の一部です。残してはならないものは消去してください。',
    recreate: '再作成',
    recreateLabel: (id) => `${id} を再作成`,
    forget: 'すべて消去',
    group: 'グループ',
    destroyed: '破棄日時',
  },
};
