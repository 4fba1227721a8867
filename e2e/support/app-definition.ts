import type { Page } from '@playwright/test';

/** An app as Marathon has it now, asked for as the pages ask. */
export function appDefinition(page: Page, id: string): Promise<Record<string, unknown>> {
  return page.evaluate(async (path) => {
    const answer = await fetch(`/service/marathon/v2/apps${path}`);
    const { app } = (await answer.json()) as { app: Record<string, unknown> };
    return app;
  }, id);
}
