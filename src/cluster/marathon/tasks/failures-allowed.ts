/** More than any task fails; protobuf's largest 32-bit number. */
const NEVER = 2_147_483_647;

/** Marathon's 0 means that a task is never killed for its health; Mesos would take it for the first failure. */
export const failuresAllowed = (maxConsecutiveFailures: number): number => (maxConsecutiveFailures === 0 ? NEVER : maxConsecutiveFailures);
