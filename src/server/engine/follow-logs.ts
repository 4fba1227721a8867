import type { Container } from 'dockerode';
import { LogFrames } from './log-frames.ts';
import { LogSink } from './log-sink.ts';

/**
 * Copies what the container writes into its sandbox until it ends, the engine goes away or `signal` fires. Goes on where an
 * earlier call stopped. Rejects when the engine cannot be reached, keeps no readable log, or the disk is full.
 */
export async function followLogs(container: Container, sandbox: string, stateDirectory: string, signal: AbortSignal): Promise<void> {
  const sink = await LogSink.open(sandbox, stateDirectory);
  try {
    const since = sink.since as unknown as number;
    const stream = await container.logs({ follow: true, stdout: true, stderr: true, timestamps: true, since, abortSignal: signal });
    const frames = new LogFrames();
    for await (const chunk of stream) await sink.write(frames.push(chunk as Buffer));
  } finally {
    await sink.close();
  }
}
