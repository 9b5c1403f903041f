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
  /** A list without a page size is counted as this many. */
  listGuess: 10,
  /** Ids one loader asks the database for at once. */
  loaderBatch: 500,
} as const;
