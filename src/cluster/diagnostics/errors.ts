/** A node or unit that the cluster does not have: 404. */
export class NotKnown extends Error {
  override name = 'NotKnown';
}
