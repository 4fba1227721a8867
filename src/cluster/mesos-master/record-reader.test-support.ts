/** Reads a RecordIO answer as its reader would: records are there as soon as all their bytes are. */
export interface RecordReader<T> {
  readonly records: T[];
  /** Whether the other side has ended it. */
  ended: () => boolean;
}

export function readRecords<T>(response: Response): RecordReader<T> {
  const records: T[] = [];
  let ended = false;
  let rest = '';
  const take = (): void => {
    for (let line = rest.indexOf('\n'); line >= 0; line = rest.indexOf('\n')) {
      const length = Number(rest.slice(0, line));
      if (rest.length < line + 1 + length) return;
      records.push(JSON.parse(rest.slice(line + 1, line + 1 + length)) as T);
      rest = rest.slice(line + 1 + length);
    }
  };
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      take();
    }
  };
  const end = (): void => void (ended = true);
  read().then(end, end);
  return { records, ended: () => ended };
}
