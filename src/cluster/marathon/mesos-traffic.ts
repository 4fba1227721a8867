import type { ConnectScheduler, SchedulerCall, SchedulerEvent } from '../../api/mesos/scheduler.ts';

/** What went over the line to Mesos since Marathon started, as Marathon's metrics count it. */
export interface MesosTraffic {
  revives: number;
  suppresses: number;
  offersIncoming: number;
  offersUsed: number;
  offersDeclined: number;
  /** RESERVE operations. */
  reservations: number;
  /** LAUNCH operations. */
  launches: number;
  /** LAUNCH_GROUP operations: pods. */
  groupLaunches: number;
  tasksLaunched: number;
}

/** The counts after one more call. */
function countCall(traffic: MesosTraffic, call: SchedulerCall): MesosTraffic {
  switch (call.type) {
    case 'REVIVE':
      return { ...traffic, revives: traffic.revives + 1 };
    case 'SUPPRESS':
      return { ...traffic, suppresses: traffic.suppresses + 1 };
    case 'DECLINE':
      return { ...traffic, offersDeclined: traffic.offersDeclined + call.decline.offer_ids.length };
    case 'ACCEPT': {
      const { offer_ids, operations } = call.accept;
      const launched = operations.flatMap((operation) => (operation.type === 'LAUNCH' ? [operation.launch.task_infos.length] : []));
      const groups = operations.flatMap((operation) =>
        operation.type === 'LAUNCH_GROUP' ? [operation.launch_group.task_group.tasks.length] : [],
      );
      return {
        ...traffic,
        offersUsed: traffic.offersUsed + offer_ids.length,
        reservations: traffic.reservations + operations.filter(({ type }) => type === 'RESERVE').length,
        launches: traffic.launches + launched.length,
        groupLaunches: traffic.groupLaunches + groups.length,
        tasksLaunched: [...launched, ...groups].reduce((sum, tasks) => sum + tasks, traffic.tasksLaunched),
      };
    }
    default:
      return traffic;
  }
}

/** The counts after one more event. */
const countEvent = (traffic: MesosTraffic, event: SchedulerEvent): MesosTraffic =>
  event.type === 'OFFERS' ? { ...traffic, offersIncoming: traffic.offersIncoming + event.offers.offers.length } : traffic;

const noTraffic: MesosTraffic = {
  revives: 0,
  suppresses: 0,
  offersIncoming: 0,
  offersUsed: 0,
  offersDeclined: 0,
  reservations: 0,
  launches: 0,
  groupLaunches: 0,
  tasksLaunched: 0,
};

export interface TrafficCounter {
  counts: () => MesosTraffic;
  /** The same line, counted. */
  through: (connect: ConnectScheduler) => ConnectScheduler;
}

export function createTrafficCounter(): TrafficCounter {
  let traffic = noTraffic;
  return {
    counts: () => traffic,
    through: (connect) => (onEvent, onClosed) => {
      const line = connect((event) => {
        traffic = countEvent(traffic, event);
        onEvent(event);
      }, onClosed);
      const call = (message: SchedulerCall): void => {
        traffic = countCall(traffic, message);
        line.call(message);
      };
      return { call, close: () => line.close() };
    },
  };
}
