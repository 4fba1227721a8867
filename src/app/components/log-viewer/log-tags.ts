/** The colours that tell the files of a merged log apart, beside their names; they come round again after the last. */
const TAGS = [
  { text: 'text-cpu', line: 'border-cpu' },
  { text: 'text-mem', line: 'border-mem' },
  { text: 'text-info', line: 'border-info' },
  { text: 'text-ok', line: 'border-ok' },
  { text: 'text-warn', line: 'border-warn' },
  { text: 'text-danger', line: 'border-danger' },
] as const;

export const logTag = (source: number): (typeof TAGS)[number] => TAGS[source % TAGS.length] ?? TAGS[0];
