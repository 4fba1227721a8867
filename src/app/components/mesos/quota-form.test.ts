import { expect, it } from 'vitest';
import { amountsOf, quotaProblems, textsOf } from './quota-form.ts';

it('shows what is set and sends what is typed', () => {
  expect(textsOf({ cpus: 2, mem: 512 })).toEqual({ cpus: '2', gpus: '', mem: '512', disk: '' });
  expect(amountsOf({ cpus: ' 2.5 ', gpus: '', mem: '0', disk: ' ' })).toEqual({ cpus: 2.5, mem: 0 });
});

it('takes numbers of 0 or more, and limits that are not below their guarantees', () => {
  const problems = quotaProblems(textsOf({ cpus: 2, mem: -1 }), { cpus: '1', gpus: 'x', mem: '', disk: '10' });
  expect([...problems]).toEqual([
    ['limit.cpus', 'below-guarantee'],
    ['limit.gpus', 'number'],
    ['guarantee.mem', 'number'],
  ]);
});
