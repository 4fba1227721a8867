import type { ZooKeeperClient } from './client.ts';
import { ZooKeeperError } from './errors.ts';
import { contendersAmong } from './rules.ts';

/** Where and as what candidates stand: `label` is what their nodes' names have before the sequence number. */
export interface ElectionPlace {
  directory: string;
  label: string;
}

/** Follows who leads, by the nodes of those who contend. */
export interface LeaderDetector {
  /** The data of the leader's node; undefined while nobody leads, or ZooKeeper does not say. */
  leader: () => string | undefined;
  /** How many contend, the leader included, as far as ZooKeeper says. */
  contenders: () => number;
  stop: () => void;
}

const decoder = new TextDecoder();

/** `onChange` is called with each new leader, and with undefined when there is none. */
export function detectLeader(
  client: ZooKeeperClient,
  { directory, label }: ElectionPlace,
  onChange: (leader: string | undefined) => void = () => {},
): LeaderDetector {
  let known: string | undefined;
  let contenders = 0;
  let looks = 0;
  let stopped = false;
  const tell = (leader: string | undefined): void => {
    if (stopped || leader === known) return;
    known = leader;
    onChange(leader);
  };

  async function read(): Promise<string | undefined> {
    // set before it is looked for, so that its coming is not missed
    const isThere = await client.exists(directory, look);
    const line = isThere ? contendersAmong(await client.children(directory, look), label) : [];
    contenders = line.length;
    const [first] = line;
    return first === undefined ? undefined : decoder.decode((await client.get(`${directory}/${first}`)).data);
  }
  function look(): void {
    const mine = ++looks;
    if (stopped) return;
    read().then(
      (leader) => {
        if (mine === looks) tell(leader);
      },
      (fault: unknown) => {
        // A node that went meanwhile is told of by the watch; all else by the state of the session.
        if (mine === looks && !(fault instanceof ZooKeeperError && fault.code === 'NoNode')) tell(undefined);
      },
    );
  }
  const unfollow = client.onState((state) => {
    if (state === 'connected') return look();
    looks++;
    contenders = 0;
    tell(undefined);
  });
  if (client.state() === 'connected') look();
  return {
    leader: () => known,
    contenders: () => contenders,
    stop() {
      stopped = true;
      unfollow();
    },
  };
}
