import { isTrueAt, objectAt, objectsAt, textAt, withKeys } from '../json/document-parts.ts';
import type { AppDocument, FetchRow, VolumeKind, VolumeRow } from './form-values.ts';
import { numberOrText } from './more-fields.ts';

type Json = AppDocument;

export const volumeRowsOf = (document: AppDocument): VolumeRow[] =>
  (objectsAt(objectAt(document, 'container'), 'volumes') ?? []).map(volumeRowOf);

const volumeRowOf = (origin: Json): VolumeRow => ({
  kind: kindOf(origin),
  containerPath: textAt(origin, 'containerPath'),
  hostPath: textAt(origin, 'hostPath'),
  mode: textAt(origin, 'mode'),
  size: textAt(objectAt(origin, 'persistent'), 'size'),
  name: textAt(objectAt(origin, 'external'), 'name'),
  origin,
});

function kindOf(origin: Json): VolumeKind {
  if ('persistent' in origin) return 'persistent';
  if ('external' in origin) return 'external';
  return 'secret' in origin ? 'other' : 'host';
}

export const newVolume = (kind: VolumeKind): VolumeRow => ({
  kind,
  containerPath: '',
  hostPath: '',
  mode: kind === 'host' ? '' : 'RW',
  size: '',
  name: '',
  origin: {},
});

/** A row that was not changed is what it was. External volumes are those of the driver that Marathon 1.1 knew. */
export function volumeOf(row: VolumeRow): Json {
  const { origin, kind, containerPath, hostPath, mode, size, name } = row;
  if (origin['containerPath'] !== undefined && JSON.stringify(row) === JSON.stringify(volumeRowOf(origin))) return origin;
  const common = { containerPath: containerPath.trim(), mode: mode === '' ? undefined : mode };
  const persistent = objectAt(origin, 'persistent');
  const external = objectAt(origin, 'external') ?? { provider: 'dvdi', options: { 'dvdi/driver': 'rexray' } };
  const own: Record<VolumeKind, Json> = {
    host: { hostPath: hostPath.trim() },
    persistent: { persistent: { ...persistent, size: numberOrText(size) } },
    external: { external: { ...external, name: name.trim() } },
    other: {},
  };
  return withKeys(origin, { ...common, ...own[kind] });
}

/** What volumes ask of the whole app: one that is kept holds its task's place, one of a driver cannot be mounted twice. */
export function settingsForVolumes(document: AppDocument, rows: readonly VolumeRow[]): Json {
  const added = (kind: VolumeKind) => rows.some((row) => row.kind === kind && row.origin['containerPath'] === undefined);
  return {
    ...(added('persistent') && document['residency'] === undefined
      ? { residency: { relaunchEscalationTimeoutSeconds: 10, taskLostBehavior: 'WAIT_FOREVER' } }
      : {}),
    ...((added('external') || added('persistent')) && document['upgradeStrategy'] === undefined
      ? { upgradeStrategy: { minimumHealthCapacity: added('external') ? 0 : 0.5, maximumOverCapacity: 0 } }
      : {}),
  };
}

/** Files to fetch into the sandbox; `uris` is how Marathon before 0.15 spelled them. */
export function fetchRowsOf(document: AppDocument): FetchRow[] {
  const uris = document['uris'];
  const legacy = Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string').map((uri): Json => ({ uri })) : [];
  return (objectsAt(document, 'fetch') ?? legacy).map(fetchRowOf);
}

const fetchRowOf = (origin: Json): FetchRow => ({
  uri: textAt(origin, 'uri'),
  extract: origin['extract'] !== false,
  executable: isTrueAt(origin, 'executable'),
  cache: isTrueAt(origin, 'cache'),
  origin,
});

export const newFetch: FetchRow = { uri: '', extract: true, executable: false, cache: false, origin: {} };

export function fetchOf({ uri, extract, executable, cache, origin }: FetchRow): Json {
  const flag = (key: string, value: boolean, fallback: boolean) => (value === fallback && origin[key] === undefined ? undefined : value);
  return withKeys(origin, {
    uri: uri.trim(),
    extract: flag('extract', extract, true),
    executable: flag('executable', executable, false),
    cache: flag('cache', cache, false),
  });
}
