import type { AppDefinition } from './definition.ts';
import type { PodDefinition } from './pod-definition.ts';

/** What Marathon runs: everything that has an id, versions and instances. */
export type RunSpec = AppDefinition | PodDefinition;

export const isPod = (spec: RunSpec): spec is PodDefinition => 'containers' in spec;

/** What looks only at apps, or only at pods, takes the other kind for unknown. */
export const asApp = (spec: RunSpec | undefined): AppDefinition | undefined => (spec && !isPod(spec) ? spec : undefined);
export const asPod = (spec: RunSpec | undefined): PodDefinition | undefined => (spec && isPod(spec) ? spec : undefined);
