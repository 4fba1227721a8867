import type { DcosVersion, Metadata, UiConfig } from '../api/dcos/cluster-metadata.ts';

export interface ClusterFacts {
  publicIp: string;
  clusterId: string;
  /** Of DC/OS, as its clients see it. */
  version: string;
}

export function metadata({ publicIp, clusterId }: ClusterFacts): Metadata {
  return { PUBLIC_IPV4: publicIp, CLUSTER_ID: clusterId };
}

export function dcosVersion({ version }: ClusterFacts): DcosVersion {
  // clients want text here; there is no image and no bootstrap package that these could name
  return { version, 'dcos-image-commit': 'local', 'bootstrap-id': 'local' };
}

/** The plugins of DC/OS 1.7's dashboard, all off: nothing is tracked and nobody but this server is asked who one is. */
export function uiConfig({ clusterId }: ClusterFacts, loginEnabled: boolean): UiConfig {
  return {
    uiConfiguration: {
      plugins: {
        banner: { enabled: false },
        branding: { enabled: false },
        'external-links': { enabled: false },
        authentication: { enabled: loginEnabled },
        oauth: { enabled: false },
        tracking: { enabled: false },
      },
    },
    clusterConfiguration: { id: clusterId, firstUser: false },
  };
}
