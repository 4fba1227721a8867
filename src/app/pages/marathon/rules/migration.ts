import type { AppSummary } from '../../../live/marathon-wire.ts';

/** An app that brings a migration API of its own, is being deployed, and says through its readiness check that someone has to decide. */
export function waitsForUser({ labels, deployments, readinessCheckResults }: AppSummary): boolean {
  if (deployments.length === 0 || labels['DCOS_MIGRATION_API_VERSION'] !== 'v1' || labels['DCOS_MIGRATION_API_PATH'] === undefined)
    return false;
  return readinessCheckResults.some(({ lastResponse }) => /"status"\s*:\s*"Waiting"/.test(lastResponse?.body ?? ''));
}
