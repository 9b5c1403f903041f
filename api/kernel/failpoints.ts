/**
 * Places where a process may die in the middle of something long. Nothing happens there in life; the fault tests stop
 * at each of them once and look whether running again gives the same. A point names its use case and what is done by then.
 */
export const failpoints = [
  "close: cycle closed",
  "fees: computed",
  "fees: charged",
  "tax: computed",
  "tax: charged",
  "net: books checked",
  "net: before the entry",
  "net: entry posted",
  "net: obligations stored",
  "net: netted",
  "publish: statements rendered",
  "publish: statements stored",
  "publish: published",
  "reopen: superseded",
  "reopen: reopened",
  "reopen: netting reversed",
  "correct: posted",
  "correct: recorded",
  "renet: netting reversed",
  "renet: closed again",
  "approve: recomputed",
  "approve: approved",
  "instruct: obligations confirmed",
  "approve: instructed",
  "export: file stored",
  "export: entries posted",
  "answers: payments moved",
  "answers: entries posted",
  "import: file stored",
  "import: statement stored",
  "import: lines compared",
  "import: lines stored",
  "import: entries posted",
  "import: statement finished",
  "match: decided",
  "match: entries posted",
  "export report: begun",
  "export report: half written",
  "export report: written",
  "waterfall: posted",
  "recovery: posted",
  "lots: chunk claimed",
  "lots: chunk posted",
  "release: posted",
  "velocity: cases opened",
  "partner file: chunk compared",
  "following: receipts told",
] as const;

export type Failpoint = (typeof failpoints)[number];

/** Told that a point is reached; the fault tests' one throws. */
export type Reach = (point: Failpoint) => void;

export const passThrough: Reach = () => {};
