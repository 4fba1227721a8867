import type { AppDefinition, ReadinessCheckDefinition } from '../../../api/marathon/definition.ts';
import type { Timer } from '../../kernel/clock.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { InstanceTracker } from '../instances/instance-tracker.ts';
import type { InstanceRecord } from '../state.ts';
import type { Probe, ProbeOutcome } from '../../kernel/probe.ts';
import { readinessTarget } from './probe-target.ts';

export interface ReadinessResult {
  name: string;
  taskId: string;
  ready: boolean;
  /** Of checks with `preserveLastResponse`. */
  lastResponse?: { status: number; contentType: string; body: string };
}

/** Asks new tasks whether they are ready, until they are (§8.5): a deployment waits for it. */
export interface ReadinessMonitor {
  /** Begins or ends the checks of an instance, as its task now is. */
  observe: (instance: InstanceRecord) => void;
  forget: (instance: InstanceRecord) => void;
  /** What the tasks of an app answered last. */
  resultsOf: (appId: string) => ReadinessResult[];
  stop: () => void;
}

export function createReadinessMonitor(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  probe: Probe | undefined;
  appOf: (instance: InstanceRecord) => AppDefinition | undefined;
  onReady: (appId: string) => void;
}): ReadinessMonitor {
  const { kernel, tracker, probe } = parts;
  /** By task: the next look, absent while one is under way. */
  const watches = new Map<string, Timer | undefined>();
  const results = new Map<string, Map<string, ReadinessResult>>();

  const heard = (taskId: string, check: ReadinessCheckDefinition, outcome: ProbeOutcome): void => {
    const instance = tracker.byTask(taskId);
    if (!watches.has(taskId)) return;
    if (!instance) return void watches.delete(taskId);
    const result = readinessResult(taskId, check, outcome);
    const ofApp = results.get(instance.appId) ?? new Map<string, ReadinessResult>();
    results.set(instance.appId, ofApp.set(taskId, result));
    if (!result.ready) {
      watches.set(
        taskId,
        kernel.clock.after(check.intervalSeconds * 1000, () => look(taskId)),
      );
      return;
    }
    watches.delete(taskId);
    const { unready: _unready, ...after } = instance;
    tracker.save([{ before: instance, after }]);
    parts.onReady(instance.appId);
  };
  const look = (taskId: string): void => {
    const instance = tracker.byTask(taskId);
    const app = instance && parts.appOf(instance);
    const check = app?.readinessChecks?.[0];
    if (!probe || !instance || !app || !check) return void watches.delete(taskId);
    watches.set(taskId, undefined);
    const target = readinessTarget(app, check, instance);
    const outcome = target ? probe(target) : Promise.resolve({ ok: false });
    outcome
      .catch(() => ({ ok: false }))
      .then((told) => kernel.mailbox.post(() => heard(taskId, check, told)))
      .catch((fault: unknown) => kernel.log.error(`A readiness check could not be recorded: ${String(fault)}`));
  };
  const forget = ({ appId, taskId }: InstanceRecord): void => {
    watches.get(taskId)?.cancel();
    watches.delete(taskId);
    const ofApp = results.get(appId);
    ofApp?.delete(taskId);
    if (ofApp?.size === 0) results.delete(appId);
  };
  return {
    observe(instance) {
      if (instance.condition !== 'Running') forget(instance);
      else if (instance.unready && !watches.has(instance.taskId)) look(instance.taskId);
    },
    forget,
    resultsOf: (appId) => [...(results.get(appId)?.values() ?? [])],
    stop() {
      for (const timer of watches.values()) timer?.cancel();
      watches.clear();
    },
  };
}

function readinessResult(taskId: string, check: ReadinessCheckDefinition, { response }: ProbeOutcome): ReadinessResult {
  const ready = response !== undefined && check.httpStatusCodesForReady.includes(response.status);
  return { name: check.name, taskId, ready, ...(check.preserveLastResponse && response && { lastResponse: response }) };
}
