import type { settings as en } from '../en/settings.ts';
import type { Words } from '../words-of.ts';

export const settings: Words<typeof en> = {
  title: '設定',
  kept: '設定はすぐに反映され、このブラウザーに保存されます。',
  language: '言語',
  sameAsBrowser: (what) => `ブラウザー (${what})`,
  timeZone: 'タイムゾーン',
  utc: '協定世界時 (UTC)',
  ofCluster: (zone) => `クラスター (${zone})`,
  ofClusterUnknown: 'クラスター (不明)',
  timeFormat: '時刻の形式',
  timeFormats: { h23: '24 時間制', h12: '12 時間制' },
  example: (time) => `現在の時刻: ${time}`,
  theme: 'テーマ',
  density: '表の行間',
  densities: { comfortable: '標準', compact: 'コンパクト' },
  refresh: '更新',
  refreshes: { live: 'リアルタイム', '5': '5 秒ごと', '15': '15 秒ごと', '60': '1 分ごと' },
  refreshHint: '間隔を長くすると、低速な回線や大規模なクラスターでの負荷が下がります。',
  notifications: '他の場所での出来事を通知する',
};
