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
  /** `*` for unreserved; else the role to which the agent's flags (or an operator) reserved it. */
  role?: string;
  reservations?: { type: 'STATIC' | 'DYNAMIC'; role: string; principal?: string }[];
  allocation_info?: { role: string };
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
