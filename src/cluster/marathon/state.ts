import type { GroupDefinition, Timestamp } from '../../api/marathon/definition.ts';
import type { RunSpec } from '../../api/marathon/run-spec.ts';
import type { DeploymentStep, Instance } from './core.ts';

/** What the instance is meant for: to be kept running, to rest with what is reserved for it until it is wanted again, or to end for good. */
export type Goal = 'Running' | 'Stopped' | 'Decommissioned';

/** What a constraint can look at: of an offer's agent, and kept of the agent that an instance was placed on. */
export interface PlacementFacts {
  hostname: string;
  region?: string;
  zone?: string;
  /** Agent attributes as text; scalars with up to three decimals. */
  attributes: Record<string, string>;
}

/** An instance as the engine keeps and stores it. Never changed in place: a change is a new record. */
export interface InstanceRecord extends Instance {
  goal: Goal;
  /** Its task was asked to end: stored, so that the kill is sent again after a crash. */
  killed?: true;
  /** Counts launches; the `n` of `._app.n`. 0 before the first. */
  incarnation: number;
  /** When it was first wished for, in ms: the order of age. */
  createdAt: number;
  /** When the current task was provisioned, in ms; absent while there is none. */
  provisionedAt?: number;
  /** Where it is placed, or where something is reserved for it; absent while it waits without a place. */
  placement?: PlacementFacts;
  /** For resident apps: what it takes is reserved for it on its agent, since then (in ms), and it is launched nowhere else. */
  reservedAt?: number;
  /** Since when its agent is not reached, in ms. */
  unreachableSince?: number;
  /** Its version has a readiness check, which the current task has not passed so far. */
  unready?: true;
  /** How many health checks its version has: it serves once all of them are passed. */
  checks: number;
}

/** A group by itself, as stored: apps, pods and groups are entries of their own, found by their ids, so that a change writes only what it changed. */
export type StoredGroup = Omit<GroupDefinition, 'apps' | 'pods' | 'groups'>;

/** One app or pod before and after a deployment; undefined where there is none. */
export interface SpecChange {
  id: string;
  before?: RunSpec;
  after?: RunSpec;
}

/** A running deployment as stored: enough to go on with it after a restart, and to undo it. */
export interface DeploymentRecord {
  id: string;
  version: Timestamp;
  steps: DeploymentStep[];
  /** Counts from 1. */
  currentStep: number;
  changes: SpecChange[];
  /** Groups that the change made; an undo removes those that are empty again. */
  addedGroups: string[];
}

/** The collections of the store that belong to Marathon. */
export const COLLECTIONS = {
  /** Apps and pods. */
  specs: 'marathon/apps',
  versions: 'marathon/versions',
  groups: 'marathon/groups',
  groupVersions: 'marathon/group-versions',
  instances: 'marathon/instances',
  deployments: 'marathon/deployments',
  failures: 'marathon/failures',
  freed: 'marathon/freed-reservations',
  framework: 'marathon/framework',
} as const;

/** Marathon's form of a time: UTC with three decimals. */
export const timestamp = (ms: number): Timestamp => new Date(ms).toISOString();

/** Whether an instance has no task though it does not wait for one: it keeps what is reserved for it, and counts nowhere. */
export const isAtRest = ({ goal, provisionedAt }: InstanceRecord): boolean => goal === 'Stopped' && provisionedAt === undefined;

/** Whether an instance does its work: running, ready, not asked to end, and every health check passed. */
export const serves = ({ condition, killed, unready, health, checks }: InstanceRecord): boolean =>
  condition === 'Running' && !killed && !unready && health.length === checks && health.every(({ alive }) => alive);
