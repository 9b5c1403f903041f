import { type Logger, pino } from "pino";

export type Log = Logger;

/** What goes to the log: lines of JSON, without what would let a reader act as somebody else. */
export function createLog(level: string): Log {
  return pino({ level, base: null, redact: ["*.authorization", "*.cookie", "*.password", "*.secret"] });
}
