import type { catalog as english } from '../en/catalog.ts';
import type { Words } from '../words-of.ts';

/** カタログの文言。 */
export const catalog: Words<typeof english> = {
  title: 'カタログ',
  intro: 'すぐに実行できる小さな例です。選ぶと入力済みのフォームが開き、内容はすべて変更できます。',
  kinds: { app: 'アプリケーション', job: 'ジョブ' },
  configure: '設定して実行',
  configureName: (name) => `${name} を設定して実行`,
  find: 'カタログを検索',
  noMatch: (text) => `「${text}」に一致するものはカタログにありません`,
  needs: '必要なもの',
  nothingNeeded: 'なし（エージェント上のコマンドです）。',
  image: (image) => `コンテナイメージ ${image}。最初のインスタンスの起動時にエージェントが取得します。`,
  builtHere: (image) =>
    `レジストリに接続できない場合は、クラスターを --image ${image} を付けて起動してください。このコンピューターのプログラムから作成されます。`,
  packages: {
    redis: {
      title: 'Redis（データストア）',
      description: 'コンテナで動くキーバリューストアです。ポートはエージェントに割り当てられ、ヘルスチェックされます。',
    },
    nginx: {
      title: 'nginx（Web サーバー）',
      description: '1 つのアドレスの背後に 2 つのインスタンスを持つ Web サーバーです。HTTP でヘルスチェックされます。',
    },
    sleeper: {
      title: 'スリーパー',
      description: '5 秒ごとに時刻を書き出すだけのアプリケーションです。インスタンス、ログ、ファイルの表示を試せます。',
    },
    'crash-looper': {
      title: 'クラッシュループ',
      description: '5 秒後にエラーで終了することを繰り返します。起動の遅延、失敗、デバッグ画面を試せます。',
    },
    'cron-demo': {
      title: '定期ジョブの例',
      description: '1 分ごとに時刻を出力するジョブです。スケジュール、実行履歴、ログを試せます。',
    },
  },
};
