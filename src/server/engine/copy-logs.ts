import type { Container } from 'dockerode';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LogFrames } from './log-frames.ts';
import { LogSink } from './log-sink.ts';

const BATCH_BYTES = 1024 * 1024;

/** The engine sends every line on its own; those that come while the last ones are being written are written together. */
function inBatches(sink: LogSink): Writable {
  const frames = new LogFrames();
  return new Writable({
    highWaterMark: BATCH_BYTES,
    writev(items, done) {
      const batch = Buffer.concat(items.map(({ chunk }) => chunk as Buffer));
      sink.write(frames.push(batch)).then(() => done(), done);
    },
  });
}

/**
 * Copies what the container wrote since the last call into its sandbox, and what it goes on to write until it ends, the engine
 * goes away or `signal` fires. Rejects when the engine cannot be reached, keeps no readable log, or the disk is full.
 */
export async function copyLogs(container: Container, sandbox: string, stateDirectory: string, signal?: AbortSignal): Promise<void> {
  const sink = await LogSink.open(sandbox, stateDirectory);
  try {
    // The API takes a decimal fraction, which a number cannot hold to the nanosecond.
    const since = sink.since as unknown as number;
    const output = await container.logs({
      follow: true,
      stdout: true,
      stderr: true,
      timestamps: true,
      since,
      ...(signal && { abortSignal: signal }),
    });
    await pipeline(output, inBatches(sink));
  } finally {
    await sink.close();
  }
}
