import type { ZooKeeperClient } from './client.ts';
import type { ElectionPlace } from './leader-detector.ts';
import { childPath, contendersAmong, nameOf } from './rules.ts';

export interface Candidacy extends ElectionPlace {
  /** Stands before the label in the name of its node, where the product has something there. */
  owner?: string;
  /** What is known of it when it leads. */
  data: string;
}

export interface Outcome {
  onElected(): void;
  /** It leads no more, or cannot come to lead: its session is suspended or over, or its node was taken away. Called once. */
  onOver(): void;
}

const encoder = new TextEncoder();

/**
 * Stands for election by an ephemeral sequential node: the first in the line leads, each other one watches the node before its own
 * (ZooKeeper's election recipe). Begins when the session is connected. Returns what withdraws it without a word of `onOver`.
 */
export function contend(client: ZooKeeperClient, { directory, label, owner = '', data }: Candidacy, outcome: Outcome): () => void {
  let over = false;
  const end = (): void => {
    over = true;
    unfollow();
  };
  const lose = (): void => {
    if (over) return;
    end();
    outcome.onOver();
  };

  async function enter(): Promise<void> {
    await client.ensure(directory);
    const mine = await client.create(childPath(directory, owner + label), encoder.encode(data), { ephemeral: true, sequential: true });
    await stay(mine);
    await look(mine);
  }
  /** Somebody may take the node away. */
  async function stay(mine: string): Promise<void> {
    if (!(await client.exists(mine, () => attempt(() => stay(mine))))) lose();
  }
  async function look(mine: string): Promise<void> {
    const line = contendersAmong(await client.children(directory), label);
    const place = line.indexOf(nameOf(mine));
    if (over) return;
    if (place === -1) return lose();
    const inFront = line[place - 1];
    if (inFront === undefined) return outcome.onElected();
    const isThere = await client.exists(childPath(directory, inFront), () => attempt(() => look(mine)));
    if (!isThere) await look(mine);
  }
  const attempt = (step: () => Promise<void>): void => {
    if (!over) step().catch(lose);
  };
  const unfollow = client.onState((state) => {
    if (state === 'connected') attempt(enter);
    else lose();
  });
  if (client.state() === 'connected') attempt(enter);
  return end;
}
