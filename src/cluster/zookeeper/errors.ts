/** ZooKeeper's own error codes, by their names in its client libraries. */
export type ZooKeeperErrorCode =
  | 'NoNode'
  | 'NodeExists'
  | 'NotEmpty'
  | 'BadVersion'
  | 'BadArguments'
  | 'NoChildrenForEphemerals'
  | 'SessionExpired'
  | 'ConnectionLoss'
  | 'NoAuth'
  | 'AuthFailed'
  | 'SystemError';

const MEANING: Record<ZooKeeperErrorCode, string> = {
  NoNode: 'does not exist',
  NodeExists: 'exists already',
  NotEmpty: 'has children; remove them first',
  BadVersion: 'has another version by now; read it again',
  BadArguments: 'is not a valid path',
  NoChildrenForEphemerals: 'cannot have children, as its parent is ephemeral',
  SessionExpired: 'cannot be reached, as the session is closed; connect again',
  ConnectionLoss: 'cannot be reached, as there is no connection to ZooKeeper now; whether a change was made is not known',
  NoAuth: 'is not for this user: its access list forbids it',
  AuthFailed: 'cannot be reached, as the ensemble did not take the user and password',
  SystemError: 'could not be used, and ZooKeeper did not say why; its log does',
};

export class ZooKeeperError extends Error {
  override name = 'ZooKeeperError';
  readonly code: ZooKeeperErrorCode;
  readonly path: string;
  constructor(code: ZooKeeperErrorCode, path: string) {
    super(`The znode ${path} ${MEANING[code]}.`);
    this.code = code;
    this.path = path;
  }
}
