/** Bounds of everything that would otherwise grow with the life of the cluster. The first group is Mesos' own defaults. */
export const limits = {
  /** Completed frameworks kept by the master (Mesos: max_completed_frameworks). */
  completedFrameworks: 50,
  /** Completed tasks kept per framework (Mesos: max_completed_tasks_per_framework). */
  completedTasksPerFramework: 1000,
  /** Unreachable tasks kept per framework (Mesos: max_unreachable_tasks_per_framework). */
  unreachableTasksPerFramework: 1000,
  /** Unreachable agents that the master remembers, and those marked gone (Mesos: registry_max_agent_count, 102,400). */
  lostAgents: 10_000,
  /** Completed executors kept per framework by an agent (Mesos: max_completed_executors_per_framework). */
  completedExecutorsPerFramework: 150,
  /** Bytes answered by one `/files/read` (Mesos: 16 pages). */
  filesReadBytes: 65_536,
  /** Statuses kept per task: the first and the newest ones. */
  statusesPerTask: 32,

  /** Versions kept per app (Marathon: zk_max_versions). */
  versionsPerApp: 50,
  /** Versions kept of the tree of groups (Marathon: the same setting). */
  versionsPerGroup: 50,
  /** Events waiting for one slow reader of `/v2/events` before it is disconnected. */
  eventsPerSubscriber: 1000,
  /** Readers of one event stream at a time. */
  subscribers: 1000,
  /** Unused offers remembered per queued app (Marathon: lastUnusedOffers of the last round). */
  unusedOffersPerApp: 100,
  /** Loggers of Marathon that a level was set for, those it begins with included. */
  loggers: 200,

  /** Runs of each job of Chronos that are remembered once they have ended, and for how many days. */
  runsPerJob: 100,
  runDays: 90,

  /** Samples of `/history/minute` (2 s apart) and `/history/hour` (1 min apart). */
  historyMinute: 31,
  historyHour: 61,
  /** Operations on machines that are remembered. */
  operations: 100,
  /** Lines of log kept per unit for diagnostics. */
  unitLogLines: 200,
  /** A request body that is larger is refused with 413. */
  requestBodyBytes: 10 * 1024 * 1024,
} as const;
