import type { TaskList } from "graphile-worker";

/** Jobs with workers of their own in every process. */
export interface Lane {
  readonly tasks: TaskList;
  /** How many of them a process does at once. */
  readonly atOnce: number;
}

/** What may take minutes: each of these has a worker to itself, so that no hand-in, no mail, and nothing else that takes
 *  long waits for it. */
const slow = ["regrade", "check lesson"];

/** Which workers do which of these jobs. Not by a named queue of the library's: a process that was killed would hold its
 *  queue for hours. */
export function lanesOf(tasks: TaskList): Lane[] {
  const among = (isIn: (name: string) => boolean): TaskList =>
    Object.fromEntries(Object.entries(tasks).filter(([name]) => isIn(name)));
  const lanes = [
    { tasks: among((name) => !slow.includes(name)), atOnce: 2 },
    ...slow.map((one) => ({ tasks: among((name) => name === one), atOnce: 1 })),
  ];
  return lanes.filter((lane) => Object.keys(lane.tasks).length > 0);
}
