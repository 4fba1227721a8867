import type { components as en } from '../en/components.ts';
import type { Words } from '../words-of.ts';

export const components: Words<typeof en> = {
  title: 'コンポーネント',
  filter: 'コンポーネントを絞り込む',
  health: 'コンポーネントのヘルス',
  all: 'すべて',
  columns: { name: 'コンポーネント', unit: 'ユニット', health: 'ヘルス', since: '開始', reason: '理由', host: 'ホスト', role: '役割' },
  cannotLoad: 'コンポーネントのヘルスを読み込めませんでした',
  absent: 'このクラスターはコンポーネントのヘルスを報告しません',
  empty: 'コンポーネントはまだありません',
  noMatch: (text) => `「${text}」に一致するコンポーネントはありません`,
  noNodeMatch: (text) => `「${text}」に一致するノードはありません`,
  showAll: 'すべて表示',
  download: 'レポートをダウンロード',
  nodes: 'ノード',
  filterNodes: 'ノードを絞り込む',
  noNodes: 'このコンポーネントを報告しているノードはありません',
  details: '詳細',
  facts: { health: 'ヘルス', since: '開始', reason: '理由', role: '役割', unit: 'ユニット' },
  output: (host) => `${host} の出力`,
  outputTitle: '出力',
  noOutput: '正常です。表示する出力はありません。',
  saidNothing: 'コンポーネントは何も出力していません。',
  help: '調べる場所',
  roles: { master: 'マスター', agent: 'プライベートエージェント', agent_public: 'パブリックエージェント' },
};
