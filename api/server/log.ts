import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** What goes to the log: lines of JSON, without what would let a reader act as somebody else. `to`: the output unless given. */
export function createLog(level: string, to?: DestinationStream): Log {
  const settings = { level, base: null, redact: ["*.authorization", "*.cookie", "*.password", "*.secret"] };
  return to ? pino(settings, to) : pino(settings);
}
