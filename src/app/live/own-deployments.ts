import * as z from 'zod/mini';

/** How many are remembered; a deployment of longer ago than so many others is told of as if someone else had begun it. */
const KEPT = 500;
const own = new Set<string>();

/** A change of a group or of an existing app names its deployment, a new app all that concern it. */
const answerSchema = z.union([
  z.pipe(
    z.looseObject({ deploymentId: z.string() }),
    z.transform(({ deploymentId }) => [deploymentId]),
  ),
  z.pipe(
    z.looseObject({ deployments: z.array(z.looseObject({ id: z.string() })) }),
    z.transform(({ deployments }) => deployments.map(({ id }) => id)),
  ),
]);

/** Notes the deployments that an answer of Marathon says this page has begun: one need not be told of one's own doings. */
export function rememberOwnDeployments(answer: unknown): void {
  const { data: ids = [] } = answerSchema.safeParse(answer);
  for (const id of ids) own.add(id);
  for (const id of own) {
    if (own.size <= KEPT) break;
    own.delete(id);
  }
}

export const isOwnDeployment = (id: string): boolean => own.has(id);
