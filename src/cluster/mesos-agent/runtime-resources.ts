import { reservationsOf } from '../../api/mesos/claims.ts';
import { addPools, containsPool, poolOf, runtimeResources, subtractPools, type Pool } from '../../api/mesos/quantities.ts';
import type { Resource } from '../../api/mesos/resources.ts';
import type { AgentContext } from './context.ts';

/** Dynamic reservations and volumes of an agent: stored on its disk, since its flags do not say them. */

/** The resource as the flags had it, before an operation made something of it. */
function configuredForm(resource: Resource): Resource {
  const { disk: _disk, role: _role, reservation: _reservation, ...rest } = resource;
  return { ...rest, reservations: reservationsOf(resource).filter(({ type }) => type === 'STATIC') };
}

/** What an agent has when `made` was made on what its flags say. What does not fit (any more) is left out and told in `lost`. */
export function withRuntimeResources(configured: Pool, made: readonly Resource[]): { total: Pool; lost: Resource[] } {
  const lost: Resource[] = [];
  let total = configured;
  for (const resource of made) {
    const before = poolOf([configuredForm(resource)]);
    if (containsPool(total, before)) total = addPools(subtractPools(total, before), poolOf([resource]));
    else lost.push(resource);
  }
  return { total, lost };
}

/** The master says what there is now. Stored first: what a framework was told must outlive a crash. */
export function checkpointResources({ checkpoints, state, volumes, log }: AgentContext, made: readonly Resource[]): void {
  const before = runtimeResources(state.total);
  const { lost } = withRuntimeResources(state.configured, checkpoints.runtimeResources());
  try {
    checkpoints.saveRuntimeResources([...made, ...lost]);
  } catch (fault) {
    log.error(
      `Reservations and volumes could not be stored and end with this agent: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
  }
  state.total = withRuntimeResources(state.configured, made).total;
  volumes.change(before, made);
}

/** Takes up what an earlier run of this agent stored. The data of a volume that does not fit stay, but nobody is offered it. */
export function recoverResources({ checkpoints, state, volumes, log }: AgentContext): void {
  const { total, lost } = withRuntimeResources(state.configured, checkpoints.runtimeResources());
  state.total = total;
  volumes.change([], runtimeResources(total));
  for (const resource of lost)
    log.error(
      `The agent has too little ${resource.name} now for what is reserved of it (${JSON.stringify(resource)}); give it what it had to get that back.`,
    );
}
