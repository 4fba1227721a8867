import type { marathonList as en } from '../en/marathon-list.ts';
import type { Words } from '../words-of.ts';

export const marathonList: Words<typeof en> = {
  filters: 'フィルター',
  byLabel: (label) => `${label} で絞り込む`,
  moreLabels: (count) => `+${count}`,
  allLabels: (id) => `${id} のすべてのラベル`,
  createGroup: 'グループを作成',
  searchResults: (text) => `「${text}」の検索結果`,
  found: (count) => `${count} 件のアプリケーション`,
  clearSearch: '検索をクリア',
  select: (id) => `${id} を選択`,
  selectAll: 'すべてのアプリケーションを選択',
  statusHelp: 'ステータスの意味',
  healthHelp: 'ヘルスバーの見方',
  healthHint:
    '緑のインスタンスはヘルスチェックに合格し、赤は不合格、灰色はヘルスチェックがないか結果待ちです。黄色は起動中、青は必要数を超えたもの、空白は不足分です。',
  forbidden: 'アプリケーションを表示する権限がありません。権限のあるユーザーでログインしてください。',

  delay: {
    reset: '遅延をリセット',
    done: (id) => `${id} は遅延なしで再び起動されます`,
    failed: (id) => `${id} の遅延をリセットできませんでした`,
  },
};
