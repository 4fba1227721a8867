import { expect, it } from 'vitest';
import { tooltipPlace } from './tooltip-place.ts';

const view = { width: 400, height: 300 };
const tip = { width: 100, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 40, height: 30 });

it('centres on the wanted side', () => {
  expect(tooltipPlace(anchor(180, 100), tip, 'top', view)).toEqual({ left: 150, top: 72 });
  expect(tooltipPlace(anchor(180, 100), tip, 'bottom', view)).toEqual({ left: 150, top: 138 });
  expect(tooltipPlace(anchor(180, 100), tip, 'right', view)).toEqual({ left: 228, top: 105 });
  expect(tooltipPlace(anchor(180, 100), tip, 'left', view)).toEqual({ left: 72, top: 105 });
});

it('takes the other side where the wanted one has no room', () => {
  expect(tooltipPlace(anchor(180, 10), tip, 'top', view)).toMatchObject({ top: 48 });
  expect(tooltipPlace(anchor(340, 100), tip, 'right', view)).toMatchObject({ left: 232 });
});

it('stays within the window', () => {
  expect(tooltipPlace(anchor(0, 100), tip, 'top', view).left).toBe(8);
  expect(tooltipPlace(anchor(370, 100), tip, 'top', view).left).toBe(292);
});

it('keeps the wanted side where neither has room', () => {
  expect(tooltipPlace(anchor(180, 100), { width: 100, height: 200 }, 'top', view).top).toBe(8);
});
