import type { versionDiff as en } from '../en/version-diff.ts';
import type { Words } from '../words-of.ts';

export const versionDiff: Words<typeof en> = {
  same: '両者は同じです。',
  hidden: (lines) => `同一の ${lines} 行`,
  added: '追加',
  removed: '削除',
  showSecrets: 'シークレット値を表示',
  hideSecrets: 'シークレット値を隠す',
};
