import * as z from 'zod/mini';
import { json } from '../../../api/http/fetch.ts';
import { faultOf } from '../../../api/marathon/faults.ts';
import { loggerChangeSchema } from '../../../api/marathon/logger-change.ts';
import { limits } from '../../kernel/limits.ts';
import { invalid, unprocessable } from '../errors.ts';
import type { Loggers } from '../logging/loggers.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import { readJson } from './request-body.ts';

/** Sets the level of a logger and answers with the change. Errors: 422 for a level that there is not, and for too many loggers. */
async function change(loggers: Loggers, { request }: Call): Promise<Response> {
  const body = await readJson(request);
  const read = z.safeParse(loggerChangeSchema, body);
  if (!read.success) throw invalid(faultOf(read.error, body));
  const { logger, level, durationSeconds } = read.data;
  const known = Object.keys(loggers.levels());
  if (known.length >= limits.loggers && !known.includes(logger)) {
    throw unprocessable(`There are already ${limits.loggers} loggers; set the level of one of them, or of ROOT.`);
  }
  loggers.set(logger, level, durationSeconds);
  return json({ level, ...(durationSeconds !== undefined && { durationSeconds }), logger });
}

export const loggingResource = (loggers: Loggers): Resource => ({
  pattern: /^\/logging$/,
  jsonOnly: true,
  methods: { GET: () => json(loggers.levels()), POST: (call) => change(loggers, call) },
});
