import type { jsonMode as en } from '../en/json-mode.ts';
import type { Words } from '../words-of.ts';

export const jsonMode: Words<typeof en> = {
  hint: 'Ctrl+Space でキーと値の候補を表示します。Tab キーでエディターから出ます。',
  copy: 'コピー',
  upload: 'アップロード',
  download: 'ダウンロード',
  uploadFailed: (reason) => `ファイルを読み込めませんでした: ${reason}`,
  problemCount: (count) => `${count} 件の問題`,
  noProblems: '問題は見つかりませんでした',
  line: (line) => `${line} 行目`,
  kinds: { text: 'テキスト', number: '数値', boolean: 'true または false', list: 'リスト', object: 'オブジェクト', any: '' },
  fallback: (value) => `省略時: ${value}`,
  problems: {
    incomplete: 'JSON が途中で終わっています。',
    syntax: (what, line) => `${line} 行目の「${what}」はここには置けません。カンマ、コロン、引用符の抜けを確認してください。`,
  },
};
