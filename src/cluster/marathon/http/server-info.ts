import type { MarathonInfo } from '../core.ts';

/** How this Marathon is set up. */
export interface ServerFacts {
  version: string;
  role: string;
  /** Where the Mesos dashboard is; for links of a UI. */
  masterUrl?: string;
}

/** Settings of DC/OS' Marathon that are the same wherever it runs. Durations in ms. */
const SETTINGS = {
  access_control_allow_origin: null,
  checkpoint: true,
  decline_offer_duration: 120_000,
  default_network_name: null,
  env_vars_prefix: null,
  executor: '//cmd',
  failover_timeout: 604_800,
  features: ['vips', 'task_killing', 'external_volumes', 'gpu_resources'],
  framework_name: 'marathon',
  ha: true,
};

const LIMITS = {
  launch_token: 100,
  launch_token_refresh_interval: 30_000,
  leader_proxy_connection_timeout_ms: 5000,
  leader_proxy_read_timeout_ms: 10_000,
  local_port_max: 20_000,
  local_port_min: 10_000,
  max_instances_per_offer: 5,
  mesos_bridge_name: 'mesos-bridge',
  mesos_heartbeat_failure_threshold: 5,
  mesos_heartbeat_interval: 15_000,
  mesos_user: 'root',
  new_group_enforce_role: 'Off',
  min_revive_offers_interval: 5000,
  offer_matching_timeout: 3000,
  on_elected_prepare_timeout: 180_000,
  reconciliation_initial_delay: 15_000,
  reconciliation_interval: 600_000,
  scale_apps_initial_delay: 15_000,
  scale_apps_interval: 300_000,
  store_cache: true,
  task_launch_confirm_timeout: 300_000,
  task_launch_timeout: 300_000,
  task_lost_expunge_initial_delay: 300_000,
  task_lost_expunge_interval: 30_000,
  task_reservation_timeout: 20_000,
  webui_url: null,
  maintenance_mode: true,
};

/** The address of ZooKeeper, on the machine of the leader as in DC/OS. */
const zookeeper = (host: string, path: string): string => `zk://${host}:2181/${path}`;

/** The body of `/v2/info`: only keys that real Marathons print, since strict clients refuse others. */
export function marathonInfo({ frameworkId, leader, elected }: MarathonInfo, facts: ServerFacts): Record<string, unknown> {
  const [host = 'localhost', port = '8080'] = leader.split(':');
  return {
    name: 'marathon',
    version: facts.version,
    buildref: 'local',
    elected,
    leader,
    ...(frameworkId !== undefined && { frameworkId }),
    marathon_config: {
      ...SETTINGS,
      hostname: host,
      master: zookeeper(host, 'mesos'),
      ...LIMITS,
      mesos_leader_ui_url: facts.masterUrl ?? null,
      mesos_role: facts.role,
    },
    zookeeper_config: {
      zk: zookeeper(host, 'marathon'),
      zk_compression: true,
      zk_compression_threshold: 65_536,
      zk_connection_timeout: 10_000,
      zk_max_node_size: 1_024_000,
      zk_max_versions: 50,
      zk_session_timeout: 10_000,
      zk_timeout: 10_000,
    },
    http_config: { http_port: Number(port), https_port: 8443 },
  };
}
