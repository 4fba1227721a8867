import { busy } from './busy.ts';
import { demo } from './demo.ts';
import { empty } from './empty.ts';
import { huge } from './huge.ts';
import { medium } from './medium.ts';
import type { Scenario } from './scenario.ts';
import { small } from './small.ts';

/** All named worlds; the first one is what one gets without asking. */
export const scenarios: readonly Scenario[] = [small, demo, medium, busy, huge, empty];

/** The world of that name; an unknown or missing name means the first. */
export const scenarioNamed = (name: string | null | undefined): Scenario => scenarios.find((scenario) => scenario.name === name) ?? small;
