import type { MemoryStore } from '../src/cluster/kernel/store.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { scenarioNamed } from './scenarios/scenarios.ts';

type Snapshot = ReturnType<MemoryStore['snapshot']>;

const SCENARIO_KEY = 'mocks.scenario';
const worldKey = (scenario: Scenario): string => `mocks.world.${scenario.name}`;

/** The world that `?scenario=` asks for; links within the dashboard drop the query, so the tab remembers it. */
export function chosenScenario(search: string, storage: Storage): Scenario {
  const asked = new URLSearchParams(search).get('scenario');
  const scenario = scenarioNamed(asked ?? storage.getItem(SCENARIO_KEY));
  storage.setItem(SCENARIO_KEY, scenario.name);
  return scenario;
}

/** The memory of a world's earlier life in this tab; undefined when there is none or it cannot be read. */
export function keptSnapshot(scenario: Scenario, storage: Storage): Snapshot | undefined {
  const text = storage.getItem(worldKey(scenario));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Snapshot;
  } catch {
    return undefined;
  }
}

/** Keeps a world for the next load of the page. One that has outgrown the storage starts anew then. */
export function keepSnapshot(scenario: Scenario, snapshot: Snapshot, storage: Storage): void {
  try {
    storage.setItem(worldKey(scenario), JSON.stringify(snapshot));
  } catch {
    storage.removeItem(worldKey(scenario));
  }
}
