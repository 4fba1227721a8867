/** Words of the JSON mode of a form, whatever the JSON stands for. */
export const jsonMode = {
  hint: 'Ctrl+Space offers keys and values. The Tab key leaves the editor.',
  copy: 'Copy',
  upload: 'Upload',
  download: 'Download',
  uploadFailed: (reason: string) => `The file could not be read: ${reason}`,
  problemCount: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  noProblems: 'No problems found',
  line: (line: number) => `Line ${line}`,
  kinds: { text: 'text', number: 'number', boolean: 'true or false', list: 'list', object: 'object', any: '' },
  fallback: (value: string) => `Left out: ${value}`,
  problems: {
    incomplete: 'The JSON ends before it is complete.',
    syntax: (what: string, line: number) => `“${what}” in line ${line} does not fit here. Look for a missing comma, colon or quote.`,
  },
};
