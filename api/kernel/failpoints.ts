/**
 * Places where a process may die in the middle of something long. Nothing happens there in life; the fault tests stop
 * at each of them once and look whether running again gives the same. A point names its use case and what is done by then.
 */
export const failpoints = [
  "close: fees computed",
  "close: cycle closed",
  "net: before the entry",
  "net: entry posted",
  "net: obligations stored",
  "publish: statements rendered",
  "publish: statements stored",
  "approve: approved",
  "approve: instructed",
] as const;

export type Failpoint = (typeof failpoints)[number];

/** Told that a point is reached; the fault tests' one throws. */
export type Reach = (point: Failpoint) => void;

export const passThrough: Reach = () => {};
