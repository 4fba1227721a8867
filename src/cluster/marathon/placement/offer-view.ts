import { reservedFor } from '../../../api/mesos/quantities.ts';
import type { Attribute, Resource } from '../../../api/mesos/resources.ts';
import type { Offer } from '../../../api/mesos/scheduler.ts';

/** An offer in the words of Marathon's `/v2/queue`: flat, with each resource's role (scenario 21). */
export const offerView = ({ id, hostname, agent_id, resources, attributes }: Offer) => ({
  id: id.value,
  hostname,
  agentId: agent_id.value,
  resources: resources.map(resourceView),
  attributes: attributes.map(attributeView),
});

const resourceView = (resource: Resource) => ({
  name: resource.name,
  role: reservedFor(resource),
  ...(resource.scalar && { scalar: resource.scalar.value }),
  ...(resource.ranges && { ranges: resource.ranges.range }),
});

const attributeView = ({ name, text, scalar }: Attribute) => ({
  name,
  ...(text && { text: text.value }),
  ...(scalar && { scalar: scalar.value }),
});
