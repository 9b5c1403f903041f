/** Rows as many as one statement should carry, so that thousands of partners cost memory for some. */
export const CHUNK_ROWS = 1_000;

/** Rows in pieces of at most `size`, in order. */
export function* inChunks<Row>(rows: readonly Row[], size: number = CHUNK_ROWS): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}
