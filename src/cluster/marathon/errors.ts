import type { BodyFault, Detail } from '../../api/marathon/faults.ts';

/** An answer other than success: its status and its JSON body. Thrown by the resources, shaped at the edge. */
export class MarathonError extends Error {
  override name = 'MarathonError';
  readonly status: number;
  readonly rest: { details?: Detail[] | string; deployments?: { id: string }[] };
  constructor(status: number, message: string, rest: MarathonError['rest'] = {}) {
    super(message);
    this.status = status;
    this.rest = rest;
  }
}

/** Reads of unknown things carry an empty list of details; writes of apps and groups do not (recorded). */
export const notFound = (message: string): MarathonError => new MarathonError(404, message, { details: [] });
export const notThere = (message: string): MarathonError => new MarathonError(404, message);

export const noSuchApp = (id: string): string => `App '${id}' does not exist`;
export const noSuchPod = (id: string): string => `Pod '${id}' does not exist`;
export const noSuchGroup = (id: string): string => `Group '${id}' does not exist`;

export const badRequest = (message: string): MarathonError => new MarathonError(400, message);
export const conflict = (message: string): MarathonError => new MarathonError(409, message);
export const unprocessable = (message: string): MarathonError => new MarathonError(422, message);
export const invalid = ({ message, details }: BodyFault): MarathonError => new MarathonError(422, message, { details });
export const invalidObject = (path: string, error: string): MarathonError =>
  invalid({ message: 'Object is not valid', details: [{ path, errors: [error] }] });
/** The body is not JSON; `details` says where the reader stopped. */
export const malformed = (details: string): MarathonError => new MarathonError(400, 'Invalid JSON', { details });

/** The angle brackets are literal: clients show the sentence as it is. */
const LOCKED =
  "App is locked by one or more deployments. Override with the option '?force=true'. View details at '/v2/deployments/<DEPLOYMENT_ID>'.";

export const locked = (deployments: readonly string[]): MarathonError =>
  new MarathonError(409, LOCKED, { deployments: deployments.map((id) => ({ id })) });
