import * as z from 'zod/mini';
import { filled, integer, string } from './fields.ts';

const LEVELS = ['ALL', 'TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'] as const;
export type LoggerLevel = (typeof LEVELS)[number];

/** The body of `POST /logging`: a logger, the level it is to have, and for how many seconds (for good when not given). */
export const loggerChangeSchema = z.object(
  {
    level: z.pipe(
      z.pipe(
        string('The level'),
        z.transform((level) => level.toUpperCase()),
      ),
      z.enum(LEVELS, { error: `The level is one of ${LEVELS.join(', ')}.` }),
    ),
    logger: filled('The name of the logger'),
    durationSeconds: z.optional(integer('The duration')),
  },
  { error: 'A change of a logger has to be an object.' },
);
