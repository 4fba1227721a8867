/** `completed`: it has ended. `unreachable`: its agent is out of reach, so nobody knows. */
export type TaskStage = 'active' | 'unreachable' | 'completed';

const ENDED = /^TASK_(FINISHED|FAILED|KILLED|ERROR|LOST|DROPPED|GONE|GONE_BY_OPERATOR)$/;
const OUT_OF_REACH = /^TASK_(UNREACHABLE|UNKNOWN)$/;

/** What a state of Mesos means for whoever looks at a list. */
export function stageOf(state: string): TaskStage {
  if (ENDED.test(state)) return 'completed';
  return OUT_OF_REACH.test(state) ? 'unreachable' : 'active';
}
