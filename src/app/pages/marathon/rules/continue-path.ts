import type { AppSummary } from '../../../live/marathon-wire.ts';

/**
 * Where the framework that an app runs is told to go on with its plan: below its own address, as the label DCOS_MIGRATION_API_PATH
 * says, with "continue" after it. undefined when the labels do not name both.
 */
export function continuePath({ labels }: Pick<AppSummary, 'labels'>): string | undefined {
  const service = labels['DCOS_PACKAGE_FRAMEWORK_NAME'];
  const path = labels['DCOS_MIGRATION_API_PATH']?.replace(/^\/+|\/+$/g, '');
  if (!service || !path) return undefined;
  return `/service/${encodeURIComponent(service)}/${path}/continue`;
}
