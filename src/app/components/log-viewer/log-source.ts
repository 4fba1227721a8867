/** A file that is shown as a log. */
export interface LogSource {
  agentId: string;
  /** Its path on the agent. */
  path: string;
  /** What tells it from the others that are shown with it: `stdout`, or an instance. */
  name: string;
}

export const sourceKey = ({ agentId, path }: LogSource): string => `${agentId} ${path}`;

export const fileName = ({ path }: LogSource): string => path.slice(path.lastIndexOf('/') + 1);
