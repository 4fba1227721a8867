import type { common as en } from '../en/common.ts';
import { japaneseRule } from './rule-sentences.ts';
import type { Words } from '../words-of.ts';

export const common: Words<typeof en> = {
  close: '閉じる',
  cancel: 'キャンセル',
  retry: '再試行',
  copy: 'コピー',
  copied: 'コピーしました',
  loading: '読み込み中…',
  dismiss: '閉じる',
  required: '必須',
  rule: japaneseRule,
  clear: 'クリア',
  failure: '操作を実行できませんでした',
  failureAdvice: 'クラスターが稼働していることを確認し、もう一度お試しください。',
};
