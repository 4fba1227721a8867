import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFrames, parseNanoseconds, type LogMessage, type LogStream } from './log-frames.ts';
import { LogSink } from './log-sink.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'log-sink-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const message = (at: number, text: string, stream: LogStream = 'stdout'): LogMessage => ({
  stream,
  at: BigInt(at),
  payload: Buffer.from(text),
});
const stdout = (): Promise<string> => readFile(join(directory, 'stdout'), 'utf8');

/** One connection to the engine: what it sends is everything from `since` on. */
async function follow(all: readonly LogMessage[]): Promise<void> {
  const sink = await LogSink.open(directory, directory);
  const since = parseSince(sink.since);
  await sink.write(all.filter(({ at }) => at >= since));
  await sink.close();
}
const parseSince = (text: string): bigint => {
  const [seconds = '0', nanoseconds = '0'] = text.split('.');
  return BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
};

describe('output copied over several connections', () => {
  it('is neither lost nor repeated, even when messages share their time', async () => {
    const all = [message(5, 'a\n'), message(7, 'b\n'), message(7, 'c\n'), message(7, 'd\n'), message(9, 'e\n')];
    for (let end = 0; end <= all.length; end++) await follow(all.slice(0, end));
    await follow(all);
    expect(await stdout()).toBe('a\nb\nc\nd\ne\n');
  });

  it('takes the streams apart, whose clocks are not in step', async () => {
    const all = [message(5, 'out 1\n'), message(9, 'out 2\n'), message(7, 'err 1\n', 'stderr'), message(8, 'err 2\n', 'stderr')];
    await follow(all.slice(0, 3));
    await follow(all);
    expect(await stdout()).toBe('out 1\nout 2\n');
    expect(await readFile(join(directory, 'stderr'), 'utf8')).toBe('err 1\nerr 2\n');
  });

  it('is not repeated when the server died between the copy and the note of it', async () => {
    const all = [message(5, 'a\n'), message(7, 'b\n'), message(9, 'c\n')];
    await follow(all.slice(0, 1));
    await appendFile(join(directory, 'stdout'), 'b\n');
    await follow(all);
    expect(await stdout()).toBe('a\nb\nc\n');
  });

  it('keeps what others wrote into the file', async () => {
    await follow([message(5, 'a\n')]);
    await appendFile(join(directory, 'stdout'), 'a note\n');
    await follow([message(5, 'a\n'), message(6, 'b\n')]);
    expect(await stdout()).toBe('a\na note\nb\n');
  });

  it('goes on with a position file that is cut short', async () => {
    await writeFile(join(directory, 'log-position.json'), '{"stdout":{"at":');
    await follow([message(5, 'a\n')]);
    expect(await stdout()).toBe('a\n');
  });

  it('keeps bytes that are no text', async () => {
    const sink = await LogSink.open(directory, directory);
    await sink.write([{ stream: 'stdout', at: 1n, payload: Buffer.from([0xff, 0, 0xc3]) }]);
    await sink.close();
    expect(await readFile(join(directory, 'stdout'))).toEqual(Buffer.from([0xff, 0, 0xc3]));
  });
});

describe('frames', () => {
  const frame = (stream: number, content: string): Buffer => {
    const head = Buffer.alloc(8);
    head[0] = stream;
    head.writeUInt32BE(Buffer.byteLength(content), 4);
    return Buffer.concat([head, Buffer.from(content)]);
  };
  const bytes = Buffer.concat([frame(1, '2026-11-24T11:01:00.586683401Z hi there\n'), frame(2, '2026-11-24T11:01:00.5Z \n')]);

  it.each([1, 7, 8, 9, 30, 1000])('are the same however they are cut (%i bytes at a time)', (size) => {
    const frames = new LogFrames();
    const messages = [];
    for (let at = 0; at < bytes.length; at += size) messages.push(...frames.push(bytes.subarray(at, at + size)));
    expect(messages.map(({ stream, at, payload }) => [stream, at, payload.toString()])).toEqual([
      ['stdout', 1795518060586683401n, 'hi there\n'],
      ['stderr', 1795518060500000000n, '\n'],
    ]);
  });

  it('have times of any precision and zone', () => {
    expect(parseNanoseconds('1970-01-01T00:00:01Z')).toBe(1_000_000_000n);
    expect(parseNanoseconds('1970-01-01T02:00:00.000000001+01:00')).toBe(3_600_000_000_001n);
  });
});
