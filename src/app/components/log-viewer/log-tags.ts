/** The colours that tell the files of a merged log apart, beside their names; they come round again after the last. */
const TAGS = [
  { text: 'text-cpu', line: 'border-cpu' },
  { text: 'text-mem', line: 'border-mem' },
  { text: 'text-disk', line: 'border-disk' },
  { text: 'text-nodes', line: 'border-nodes' },
  { text: 'text-warn', line: 'border-warn' },
  { text: 'text-danger', line: 'border-danger' },
] as const;

export const logTag = (source: number): (typeof TAGS)[number] => TAGS[source % TAGS.length] ?? TAGS[0];
