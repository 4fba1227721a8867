/** Mesos' v1 protobufs as JSON: what crosses between master, agents, frameworks and the operator API. Memory and disk in MB. */

export interface Range {
  begin: number;
  end: number;
}

export interface Resource {
  name: string;
  type: 'SCALAR' | 'RANGES';
  scalar?: { value: number };
  ranges?: { range: Range[] };
  /** Before Mesos 1.4: `*` for unreserved, else the role; with `reservation` beside it when the reservation is dynamic. */
  role?: string;
  reservation?: Omit<Reservation, 'type' | 'role'>;
  /** From 1.4 on: the last one counts, the ones before are what it refines. Absent for unreserved. */
  reservations?: Reservation[];
  allocation_info?: { role: string };
  /** Of a persistent volume, which is a `disk` resource. */
  disk?: DiskInfo;
}

/** Static ones come with the agent's flags, dynamic ones by the operation RESERVE. */
export interface Reservation {
  type: 'STATIC' | 'DYNAMIC';
  role: string;
  principal?: string;
  labels?: { labels: Label[] };
}

export interface DiskInfo {
  /** `id` is unique for the role on the agent. */
  persistence?: { id: string; principal?: string };
  /** Where the task finds the volume; relative paths are below its sandbox. */
  volume?: { container_path: string; mode: 'RW' | 'RO'; host_path?: string };
}

export interface Attribute {
  name: string;
  type: 'TEXT' | 'SCALAR' | 'RANGES';
  text?: { value: string };
  scalar?: { value: number };
}

export interface Label {
  key: string;
  value?: string;
}

export interface Id {
  value: string;
}
