import type { appFilters as en } from '../en/app-filters.ts';
import type { Words } from '../words-of.ts';

export const appFilters: Words<typeof en> = {
  title: (chosen) => (chosen === 0 ? 'フィルター' : `フィルター (${chosen})`),
  clear: 'クリア',
  clearBlock: (block) => `${block}をクリア`,
  label: 'ラベル',
  labelsSelected: (count) => `${count} 件のラベルを選択中`,
  searchLabels: 'ラベルを検索',
  noLabels: 'ラベルの付いたアプリケーションはここにはありません。',
  resources: 'リソース',
  volumes: 'ボリューム',
};
