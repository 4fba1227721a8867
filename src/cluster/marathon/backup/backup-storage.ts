/** Where backups are kept; given from outside, since only the place where the cluster runs has files. Both throw BackupError. */
export interface BackupStorage {
  /** Keeps the text under that URI. It does not replace what is there. */
  write: (uri: URL, text: string) => Promise<void>;
  read: (uri: URL) => Promise<string>;
}

/** A backup could not be made or used; `message` says why. Nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError';
}
