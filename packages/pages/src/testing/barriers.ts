import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What another look of a page that has no barriers may put in the way: sizes and what has to be moved, colours. */
export const ofSizes: readonly string[] = ['target-size', 'scrollable-region-focusable'];
export const ofLooks: readonly string[] = ['color-contrast', ...ofSizes];

/**
 * What axe finds in the way of readers: rule, place and why. None on a page that everybody can read. All rules,
 * but for where some are named.
 */
export async function barriersOn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const only = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(${JSON.stringify(only)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [id, ...target.map(String), failureSummary.replace(/\s+/gu, ' ')].join(' '),
    ),
  );
}
