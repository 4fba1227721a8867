import type { palette as en } from '../en/palette.ts';
import type { Words } from '../words-of.ts';

export const palette: Words<typeof en> = {
  title: '検索とコマンド',
  placeholder: 'アプリケーション、タスク、ノード、ジョブ、ページ、操作を検索…',
  results: '結果',
  nothing: (text) => `「${text}」に一致するものはありません。`,
  nothingHint: '名前は省略できます (rdc で redis-cache)。操作と名前を続けると、その操作を行えます (スケール redis)。',
  loading: '一部の一覧を読み込み中です。',
  failed: (names) => `検索できなかったもの: ${names}`,
  count: (count) => `${count} 件の結果`,
  kinds: {
    page: 'ページ',
    action: '操作',
    app: 'アプリケーション',
    group: 'グループ',
    job: 'ジョブ',
    node: 'ノード',
    framework: 'フレームワーク',
    task: 'タスク',
  },
  recent: '最近',
  commands: {
    createApplication: 'アプリケーションを作成',
    createGroup: 'グループを作成',
    createJob: 'ジョブを作成',
    settings: '設定',
    shortcuts: 'キーボードショートカット',
    theme: (name) => `テーマ: ${name}`,
  },
  appVerbs: {
    scale: (id) => `スケール ${id}`,
    restart: (id) => `再起動 ${id}`,
    suspend: (id) => `休止 ${id}`,
    resume: (id) => `再開 ${id}`,
    edit: (id) => `編集 ${id}`,
    duplicate: (id) => `複製 ${id}`,
    destroy: (id) => `破棄 ${id}`,
  },
  jobVerbs: {
    run: (name) => `実行 ${name}`,
    stop: (name) => `停止 ${name}`,
    pause: (name) => `一時停止 ${name}`,
    edit: (name) => `編集 ${name}`,
    delete: (name) => `削除 ${name}`,
  },
  nodeVerbs: {
    drain: (host) => `ドレイン ${host}`,
    deactivate: (host) => `無効化 ${host}`,
    reactivate: (host) => `再有効化 ${host}`,
  },
};
