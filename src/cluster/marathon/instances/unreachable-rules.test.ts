import { expect, test } from 'vitest';
import { unreachableStage } from './unreachable-rules.ts';

const strategy = { inactiveAfterSeconds: 10, expungeAfterSeconds: 60 };
const at = (seconds: number) => unreachableStage(1000, strategy, 1000 + seconds * 1000);

test('an instance is waited for, then replaced, then forgotten; each time it is known when to look again', () => {
  expect([0, 9.999, 10, 59.999, 60, 1000].map(at)).toEqual([
    { stage: 'waited for', nextInMs: 10_000 },
    { stage: 'waited for', nextInMs: 1 },
    { stage: 'inactive', nextInMs: 50_000 },
    { stage: 'inactive', nextInMs: 1 },
    { stage: 'expunged' },
    { stage: 'expunged' },
  ]);
});

test('who does not want to wait has it forgotten at once', () => {
  expect(unreachableStage(1000, { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 }, 1000)).toEqual({ stage: 'expunged' });
});

test('one that is replaced at once may still come back', () => {
  expect(unreachableStage(0, { inactiveAfterSeconds: 0, expungeAfterSeconds: 5 }, 0)).toEqual({ stage: 'inactive', nextInMs: 5000 });
});

test('with "disabled" it is waited for without end, and nobody has to look again', () => {
  expect(unreachableStage(0, 'disabled', 1e12)).toEqual({ stage: 'waited for' });
});
