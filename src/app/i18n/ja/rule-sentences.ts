/**
 * What the rules of fields say in English (they are the servers' own schemas, see src/api) in Japanese. The field's name is left out:
 * the sentence stands below its label.
 */
const SENTENCES: readonly [english: RegExp, japanese: string][] = [
  [/ (?:is required|must not be empty)\.?$/i, '入力してください。'],
  [/^must not be (?:an )?empty/, '入力してください。'],
  [/ has to be a number\.$/, '数値を入力してください。'],
  [/ has to be a whole number\.$/, '整数を入力してください。'],
  [/ has to be 0 or more\.$/, '0 以上にしてください。'],
  [/ has to be text\.$/, 'テキストを入力してください。'],
  [/ has to be true or false\.$/, 'true または false にしてください。'],
  [/ must be (\S+) or more\.$/, '$1 以上にしてください。'],
  [/ must be (\S+) or less\.$/, '$1 以下にしてください。'],
  [/ have to be a list\.$/, 'リストにしてください。'],
  [/ have to be an object/, 'オブジェクトにしてください。'],
  [/^A value needs a key\.$/, '値にはキーが必要です。'],
  [/must not contain blanks\.$/, '空白を含めることはできません。'],
  [/^The ID must not contain two slashes in a row\.$/, 'スラッシュを続けて使うことはできません。'],
  [
    /^Only lower-case letters, digits, dashes, dots and slashes are allowed in the ID\.$/,
    'ID に使えるのは小文字、数字、ハイフン、ピリオド、スラッシュです。',
  ],
  [
    /^Each part of the ID has to start and end with a letter or digit\.$/,
    'ID の各部分は英字または数字で始まり、英字または数字で終わる必要があります。',
  ],
  [/^Use lower-case letters, digits, dashes/, '小文字、数字、ハイフン (名前の途中)、ピリオドを使い、名前をスラッシュで区切ってください。'],
  [/^A port name has lower-case letters, digits and inner dashes\.$/, 'ポート名に使えるのは小文字、数字、途中のハイフンです。'],
  [/^Port names must be unique\.$/, 'ポート名が重複しています。'],
  [/^URI has invalid syntax\.$/, 'URI の形式が正しくありません。'],
  [/^A dependent job needs at least one parent\.$/, '先行ジョブを 1 つ以上選んでください。'],
  [/^A scheduled job needs a schedule/, 'スケジュールを入力してください (例: R/2026-01-01T00:00:00Z/P1D)。'],
  [/^The name '(.*)' is not allowed/, "名前「$1」は使えません。英字、数字、'_'、'-'、'.' だけを使ってください。"],
  [/^The schedule '(.*)' /, 'スケジュール「$1」の形式が正しくありません。'],
  [
    /^There is no time zone '(.*)'\./,
    'タイムゾーン「$1」は存在しません。Europe/Berlin のような名前か、GMT+2 のような時差を入力してください。',
  ],
  [/has both uris \(the old way\) and fetch/, 'URI とファイルのどちらか一方だけを使ってください。'],
  [/^The constraint (.*) has no regular expression/, '制約 $1 の正規表現が正しくありません。'],
];

/** A rule's sentence in Japanese; as it came where it is none that we know, as of a server of another version. */
export function japaneseRule(sentence: string): string {
  const known = SENTENCES.find(([english]) => english.test(sentence));
  if (known === undefined) return sentence;
  const [english, japanese] = known;
  const match = english.exec(sentence);
  return japanese.replaceAll(/\$(\d)/g, (_, index: string) => match?.[Number(index)] ?? '');
}
