import type { FrameworkJson, MasterStateJson, ResourcesJson, SlaveJson, TaskJson } from '../../api/mesos/state.ts';

/** The part of the master's `/state` that names are made from. */
export interface MesosState extends Pick<MasterStateJson, 'leader'> {
  slaves: Pick<SlaveJson, 'id' | 'hostname' | 'pid'>[];
  frameworks: MesosFramework[];
}

export interface MesosFramework extends Pick<FrameworkJson, 'name' | 'hostname' | 'pid'> {
  tasks: MesosTask[];
}

export interface MesosTask extends Pick<TaskJson, 'id' | 'name' | 'slave_id' | 'state' | 'discovery'> {
  resources: Pick<ResourcesJson, 'ports'>;
}
