import type { QueryClient } from '@tanstack/react-query';
import { withBase } from '../../util/http.ts';
import { pacedMs } from '../../util/refresh-pace.ts';
import { heardFrom, SOURCES } from '../sources.ts';
import { followStream } from '../streams/follow-stream.ts';
import { createPainter, paintGapMs } from '../streams/painter.ts';
import { createRecordReader } from '../../../api/http/record-reader.ts';
import { mesosStore } from './current.ts';
import { applyRecord, type MesosState, stateOf } from './mesos-state.ts';
import { createAsker } from './ask-again.ts';
import { paintViews } from './paint-views.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { StreamRecord } from './v1-shapes.ts';

/** Masters of before 1.5 send no heartbeats: their streams are taken for living, but not for ever. */
const SILENCE_WITHOUT_HEARTBEAT_MS = 600_000;
/** Two heartbeats may get lost. */
const BEATS = 2.5;

const subscribe = (signal: AbortSignal): Promise<Response> =>
  fetch(withBase('/mesos/api/v1'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"type":"SUBSCRIBE"}',
    signal,
  });

/** Follows the master's stream and keeps every query of Mesos on screen up to date by it, until the returned function is called. */
export function followMesos(client: QueryClient): () => void {
  const source = SOURCES.mesos;
  let silenceMs = SILENCE_WITHOUT_HEARTBEAT_MS;
  const asker = createAsker(client);
  const painter = createPainter(
    () => {
      const state = mesosStore.current();
      if (state !== undefined) paintViews(client, state);
    },
    () => pacedMs(paintGapMs(mesosStore.current()?.tasks.size() ?? 0)),
  );

  /** Takes the bytes of one connection: first the snapshot, then what happens. */
  const begin = () => {
    const read = createRecordReader();
    const decoder = new TextDecoder();
    let state: MesosState | undefined;
    return async (chunk: Uint8Array): Promise<void> => {
      for (const bytes of read(chunk)) {
        if (state === undefined) {
          const snapshot = await readSnapshot(bytes);
          if (snapshot === undefined) throw new Error('The master began its stream with something else than its state.');
          if (snapshot.heartbeatSeconds !== undefined) silenceMs = snapshot.heartbeatSeconds * 1000 * BEATS;
          state = stateOf(snapshot);
          mesosStore.set(state);
          asker.connected();
        } else asker.note(applyRecord(state, JSON.parse(decoder.decode(bytes)) as StreamRecord));
      }
      painter.request();
    };
  };

  const stop = followStream({
    open: subscribe,
    mediaType: 'json',
    begin,
    silenceMs: () => silenceMs,
    onAlive: () => heardFrom(source),
    onDoubt: source.link.onDoubt,
    isAnswering: () => source.freshness.current().kind === 'live',
    onState: (state) => {
      if (state.kind !== 'live') mesosStore.set(undefined);
      source.link.set(state);
    },
  });
  return () => {
    stop();
    painter.stop();
    asker.stop();
    mesosStore.set(undefined);
    source.link.set({ kind: 'connecting' });
  };
}
