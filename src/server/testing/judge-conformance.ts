import * as z from 'zod/mini';
import type { Count } from './steps.ts';

// Whether the product may differ from the recorded servers where it does: a difference counts as accepted only when it is
// on a list with its reason, and only as long as it is there.

/** A step of a scenario that differs on purpose, or that cannot match yet. */
const AcceptedDifference = z.strictObject({
  scenario: z.string().check(z.minLength(1)),
  step: z.string().check(z.minLength(1)),
  /** How it differs: each difference of the step starts with one of these, and each of these is met. */
  differences: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  reason: z.string().check(z.minLength(1)),
  /** Words of docs/differences.md, where it is told to users. */
  documentedAs: z.string().check(z.minLength(1)),
});
export type AcceptedDifference = z.infer<typeof AcceptedDifference>;

const DifferingStep = z.object({ label: z.string(), request: z.string(), differences: z.array(z.string()) });
type DifferingStep = z.infer<typeof DifferingStep>;

/** What the driver of the recordings leaves: each scenario that ran, with the steps in which it differed. */
const ConformanceReport = z.object({
  report: z.array(z.object({ name: z.string(), total: z.number(), same: z.number(), differing: z.array(DifferingStep) })),
});
export type ConformanceReport = z.infer<typeof ConformanceReport>;

export const parseAcceptedDifferences = (text: string): AcceptedDifference[] => z.array(AcceptedDifference).parse(JSON.parse(text));
export const parseConformanceReport = (text: string): ConformanceReport => ConformanceReport.parse(JSON.parse(text));

export interface Verdict {
  count: Omit<Count, 'notes'>;
  /** One sentence for each thing that is to be mended. */
  faults: string[];
}

/**
 * Each scenario is one test. It fails for a difference that is not accepted, and for an accepted one that is gone, so that
 * the list never says more than is true. Accepted differences of scenarios that did not run say nothing.
 */
export function judgeConformance({ report }: ConformanceReport, accepted: readonly AcceptedDifference[]): Verdict {
  const verdict: Verdict = { count: { passed: 0, failed: 0, skipped: 0 }, faults: [] };
  for (const { name, differing } of report) {
    const ofScenario = accepted.filter(({ scenario }) => scenario === name);
    const faults = [
      ...differing.flatMap((step) =>
        unaccepted(
          step,
          ofScenario.filter((each) => each.step === step.label),
        ),
      ),
      ...ofScenario.flatMap((each) =>
        gone(
          each,
          differing.find(({ label }) => label === each.step),
        ),
      ),
    ];
    verdict.count[faults.length === 0 ? 'passed' : 'failed']++;
    verdict.faults.push(...faults.map((fault) => `${name}, ${fault}`));
  }
  return verdict;
}

function unaccepted({ label, request, differences }: DifferingStep, accepted: readonly AcceptedDifference[]): string[] {
  const allowed = accepted.flatMap((each) => each.differences);
  return differences
    .filter((difference) => !allowed.some((start) => difference.startsWith(start)))
    .map((difference) => `step "${label}" (${request.trim()}): ${difference}`);
}

function gone({ step, differences }: AcceptedDifference, differing: DifferingStep | undefined): string[] {
  return differences
    .filter((start) => !differing?.differences.some((difference) => difference.startsWith(start)))
    .map((start) => `step "${step}" no longer differs by "${start}": take it off the list of accepted differences`);
}
