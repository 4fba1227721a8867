import { z } from 'zod/mini';

/**
 * `GET /dcos-history-service/usage/<span>`: what the charts need of the last while, in points that were computed where the samples
 * are kept. An extension of ours: the history service of DC/OS hands out Mesos' whole summaries, for one hour at most.
 */
export const USAGE_SPANS = ['minute', 'ten-minutes', 'hour', 'day'] as const;
export type UsageSpan = (typeof USAGE_SPANS)[number];

/** Time between the samples that points are made of, in ms. */
export const SAMPLE_MS = 2_000;

/** Of how many samples a point of each span is made, and how many points are kept. */
export const SPAN_STEPS: Record<UsageSpan, { samples: number; points: number }> = {
  minute: { samples: 1, points: 31 },
  'ten-minutes': { samples: 5, points: 61 },
  hour: { samples: 30, points: 61 },
  day: { samples: 450, points: 97 },
};

export const stepMsOf = (span: UsageSpan): number => SPAN_STEPS[span].samples * SAMPLE_MS;

/** How long a span is, in ms. */
export const lengthMsOf = (span: UsageSpan): number => stepMsOf(span) * (SPAN_STEPS[span].points - 1);

/** CPUs, or MB of memory or disk. `used` is what was measured; absent where nothing is. */
const amountSchema = z.object({ total: z.number(), allocated: z.number(), used: z.optional(z.number()) });
export type UsageAmount = z.infer<typeof amountSchema>;

export const usagePointSchema = z.object({
  /** The time that it stands for, from the end of the point before to its own; in ms since the epoch. */
  from: z.number(),
  at: z.number(),
  cpus: amountSchema,
  mem: amountSchema,
  disk: amountSchema,
  /** Agents: `draining` ones are connected too; `lost` ones the master does not hear any more. */
  nodes: z.object({ connected: z.number(), draining: z.number(), lost: z.number() }),
  /** How many agents' measures are in `used`. Large clusters are measured in turns. */
  measuredNodes: z.number(),
  /** Tasks that were alive at its end. */
  tasks: z.object({ staging: z.number(), running: z.number(), killing: z.number() }),
  /** Tasks that ended in its time. `failed`: also those that were lost or in error. */
  ended: z.object({ failed: z.number(), other: z.number() }),
});
export type UsagePoint = z.infer<typeof usagePointSchema>;

/** Oldest first. Times without a point are gaps: the master could not be asked, or nothing ran yet. */
export const usageHistorySchema = z.object({ stepMs: z.number(), points: z.array(usagePointSchema) });
export type UsageHistory = z.infer<typeof usageHistorySchema>;
