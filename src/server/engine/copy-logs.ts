import type { Container } from 'dockerode';
import { LogFrames } from './log-frames.ts';
import { LogSink } from './log-sink.ts';

/**
 * Copies what the container wrote since the last call into its sandbox, and what it goes on to write until it ends, the engine
 * goes away or `signal` fires. Rejects when the engine cannot be reached, keeps no readable log, or the disk is full.
 */
export async function copyLogs(container: Container, sandbox: string, stateDirectory: string, signal?: AbortSignal): Promise<void> {
  const sink = await LogSink.open(sandbox, stateDirectory);
  try {
    // The API takes a decimal fraction, which a number cannot hold to the nanosecond.
    const since = sink.since as unknown as number;
    const request = { follow: true, stdout: true, stderr: true, timestamps: true, since, ...(signal && { abortSignal: signal }) } as const;
    const frames = new LogFrames();
    for await (const chunk of await container.logs(request)) await sink.write(frames.push(chunk as Buffer));
  } finally {
    await sink.close();
  }
}
