import { useQuery } from '@tanstack/react-query';
import { ChronosFacts, MarathonFacts } from '../../components/cluster/FrameworkFacts.tsx';
import { GeneralFacts } from '../../components/cluster/GeneralFacts.tsx';
import { MesosFacts } from '../../components/cluster/MesosFacts.tsx';
import { MesosDnsFacts, ZooKeeperFacts } from '../../components/cluster/NamingFacts.tsx';
import { SettingsList } from '../../components/cluster/SettingsList.tsx';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { mesosFlagsQuery } from '../../live/cluster-facts.ts';
import { marathonInfoQuery } from '../../live/marathon-info.ts';

/** What the cluster consists of: versions, leaders, ids, addresses and how its parts were set up. */
export function ClusterPage() {
  const words = useClusterWords();
  const flags = useQuery(mesosFlagsQuery).data;
  const marathon = useQuery(marathonInfoQuery).data;
  return (
    <Page title={words.title}>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <GeneralFacts />
        <MesosFacts />
        <MarathonFacts />
        <ChronosFacts />
        <ZooKeeperFacts />
        <MesosDnsFacts />
      </div>
      <SettingsList title={`${words.mesos.title}: ${words.mesos.flags}`} settings={flags} />
      <SettingsList title={words.marathon.config} settings={marathon?.marathon_config} />
      <SettingsList title={words.marathon.zooKeeperConfig} settings={marathon?.zookeeper_config} />
      <SettingsList title={words.marathon.httpConfig} settings={marathon?.http_config} />
    </Page>
  );
}
