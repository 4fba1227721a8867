import type { DcosVersion, Metadata, UiConfig } from '../api/dcos/cluster-metadata.ts';
import type { Visitor } from './auth/auth.ts';
import { RouterFault } from './router-fault.ts';

export interface ClusterFacts {
  publicIp: string;
  /** Absent where the cluster has none: it is no DC/OS. */
  clusterId?: string;
  /** Of DC/OS, as its clients see it; absent likewise. */
  version?: string;
  /** That the cluster's machines are set to, by its IANA name; absent where that is not known. */
  timeZone?: string;
}

export function metadata({ publicIp, clusterId }: ClusterFacts): Metadata {
  return { PUBLIC_IPV4: publicIp, ...(clusterId !== undefined && { CLUSTER_ID: clusterId }) };
}

/** Throws RouterFault 404 for a cluster that is no DC/OS. */
export function dcosVersion({ version }: ClusterFacts): DcosVersion {
  if (version === undefined) throw new RouterFault(404, 'This cluster is no DC/OS, so it has no version of that.');
  // clients want text here; there is no image and no bootstrap package that these could name
  return { version, 'dcos-image-commit': 'local', 'bootstrap-id': 'local' };
}

/**
 * The plugins of DC/OS 1.7's dashboard, all off: nothing is tracked and nobody but this server is asked who one is. `visitor`: who asks,
 * where that is known.
 */
export function uiConfig(
  { clusterId, timeZone }: ClusterFacts,
  { loginEnabled, readOnly, visitor }: { loginEnabled: boolean; readOnly: boolean; visitor: Visitor | undefined },
): UiConfig {
  return {
    uiConfiguration: {
      ...(readOnly && { readOnly }),
      ...(visitor && { user: { uid: visitor.account.uid, description: visitor.account.description, role: visitor.account.role } }),
      ...(timeZone !== undefined && { timeZone }),
      plugins: {
        banner: { enabled: false },
        branding: { enabled: false },
        'external-links': { enabled: false },
        authentication: { enabled: loginEnabled },
        oauth: { enabled: false },
        tracking: { enabled: false },
      },
    },
    clusterConfiguration: { ...(clusterId !== undefined && { id: clusterId }), firstUser: false },
  };
}
