import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Expects that axe finds nothing wrong with a page, or with the part of it that a selector names, in either theme. In the dark one it
 * looks at colours alone: nothing else depends on the theme.
 */
export async function expectNoViolations(page: Page, part = 'html'): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe(page, part).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe(page, part).withRules('color-contrast').analyze();
  const found = [...light.violations, ...dark.violations].map(({ id, nodes }) => [
    id,
    nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
  ]);
  expect(found, page.url()).toEqual([]);
}

/** Its older way of running takes half the time, since it opens no page of its own to join the findings of frames: there are none here. */
const axe = (page: Page, part: string): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().include(part);
