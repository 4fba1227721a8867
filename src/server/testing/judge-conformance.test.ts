import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACCEPTED_DIFFERENCES } from './conformance.ts';
import { judgeConformance, parseAcceptedDifferences, parseConformanceReport, type ConformanceReport } from './judge-conformance.ts';

const LOWER_CASE = { label: 'operator in lower case', request: 'POST /v2/apps', differences: ['status 422 where the real one has 500'] };
const ACCEPTED = {
  scenario: 'settings',
  step: LOWER_CASE.label,
  differences: ['status 422'],
  reason: 'A mistake of the user.',
  documentedAs: 'lower case',
};

const report = (...differing: ConformanceReport['report'][number]['differing']): ConformanceReport => ({
  report: [
    { name: 'ids', total: 20, same: 20, differing: [] },
    { name: 'settings', total: 40, same: 40 - differing.length, differing },
  ],
});

describe('conformance', () => {
  test('counts each scenario that matches as a test', () => {
    expect(judgeConformance(report(), [])).toEqual({ count: { passed: 2, failed: 0, skipped: 0 }, faults: [] });
  });

  test('fails for a difference that is not on the list, and names the request', () => {
    expect(judgeConformance(report(LOWER_CASE), [])).toEqual({
      count: { passed: 1, failed: 1, skipped: 0 },
      faults: ['settings, step "operator in lower case" (POST /v2/apps): status 422 where the real one has 500'],
    });
  });

  test('takes a difference that is on the list', () => {
    expect(judgeConformance(report(LOWER_CASE), [ACCEPTED]).count).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  test('fails when a step on the list differs in another way too', () => {
    const worse = { ...LOWER_CASE, differences: [...LOWER_CASE.differences, 'details: missing'] };
    expect(judgeConformance(report(worse), [ACCEPTED]).faults).toEqual([
      'settings, step "operator in lower case" (POST /v2/apps): details: missing',
    ]);
  });

  test('fails for a difference on the list that is gone', () => {
    expect(judgeConformance(report(), [ACCEPTED])).toEqual({
      count: { passed: 1, failed: 1, skipped: 0 },
      faults: ['settings, step "operator in lower case" no longer differs by "status 422": take it off the list of accepted differences'],
    });
  });

  test('says nothing about scenarios that did not run', () => {
    expect(judgeConformance({ report: [] }, [ACCEPTED])).toEqual({ count: { passed: 0, failed: 0, skipped: 0 }, faults: [] });
  });

  test('refuses a report of another form', () => {
    expect(() => parseConformanceReport('{"report":[{"name":"ids"}]}')).toThrow(/total/);
  });
});

test('every accepted difference is told to users, once', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const accepted = parseAcceptedDifferences(readFileSync(path.join(root, ACCEPTED_DIFFERENCES), 'utf8'));
  const documents = readFileSync(path.join(root, 'docs/differences.md'), 'utf8').replace(/\s+/g, ' ');
  expect(accepted.filter(({ documentedAs }) => !documents.includes(documentedAs))).toEqual([]);
  const steps = accepted.map(({ scenario, step }) => `${scenario}: ${step}`);
  expect(new Set(steps).size).toBe(steps.length);
});
