/**
 * The Create Application form. Numbers stay as typed, so that what is no number can be shown and corrected.
 * The form is a view of an app document (the JSON that is sent): see form-of-document.ts and document-of-form.ts.
 */
export interface AppFormValues {
  id: string;
  cpus: string;
  /** MiB. */
  mem: string;
  /** MiB. */
  disk: string;
  instances: string;
  cmd: string;
  image: string;
  network: NetworkChoice;
  /** For the network "user": the name of the container network. */
  networkName: string;
  forcePullImage: boolean;
  privileged: boolean;
  parameters: ParameterRow[];
  ports: PortRow[];
}

export type NetworkChoice = 'host' | 'bridge' | 'user';

export interface ParameterRow {
  key: string;
  value: string;
}

export interface PortRow {
  /** On the host's network the service port (0: Marathon chooses), else the container's port. */
  port: string;
  protocol: string;
  name: string;
  /** The port as it was in the document: what the form does not show is kept. */
  origin: Readonly<Record<string, unknown>>;
}

export const emptyParameter: ParameterRow = { key: '', value: '' };
export const newPort: PortRow = { port: '0', protocol: 'tcp', name: '', origin: {} };

/** The app document: Marathon's JSON, with whatever fields it has. */
export type AppDocument = Readonly<Record<string, unknown>>;

/** What *New Application* starts from. `groupId` is the group that was being looked at. */
export function newDocument(groupId: string): AppDocument {
  return { id: groupId === '/' ? '' : `${groupId}/`, cpus: 1, mem: 128, disk: 0, instances: 1 };
}
