/** Every limit a request meets, on HTTP and WebSocket alike; the error names the limit and its value. */
export const limits = {
  /** Objects the answer may hold, lists multiplied by how many they may give. */
  complexity: 1_000,
  depth: 12,
  /** Fields in the whole document, aliases included. */
  breadth: 150,
  aliases: 30,
  directives: 20,
  tokens: 2_000,
  /** How deep `__schema` and `__type` may be asked; the usual tools need 15. */
  introspectionDepth: 16,
  /** A list without a page size is counted as this many. */
  listGuess: 10,
  /** Ids one loader asks the database for at once. */
  loaderBatch: 500,
} as const;

/** Limits of the transports. */
export const transportLimits = {
  /** A member's or an anonymous request's body. */
  bodyBytes: 256 * 1024,
  /** Of somebody who works for the operator or a partner: a bank's or a partner's file fits. */
  staffBodyBytes: 16 * 1024 * 1024,
  /** A machine's: a batch of a thousand receipts fits. */
  machineBodyBytes: 4 * 1024 * 1024,
  signInBodyBytes: 16 * 1024,
  requestMs: 10_000,
  /** Operations one process works on at a time. */
  operationsUnderWay: 2_000,
  messageBytes: 64 * 1024,
  subscriptionsPerSocket: 20,
  socketInitMs: 5_000,
  socketPingMs: 15_000,
  /** How often a socket's caller is looked up again. */
  socketCheckMs: 1_000,
  tokenMinutes: 10,
} as const;
