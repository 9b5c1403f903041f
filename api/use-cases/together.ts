import DataLoader from "dataloader";
import type { Deps } from "#api/use-cases/deps.ts";

const KEYS_MAX = 500;

/** A tick is a turn of the event loop: requests whose answers came in together ask together. */
const batchScheduleFn = (dispatch: () => void) => setImmediate(dispatch);

/**
 * Reads for all requests in flight at once: what is asked for in one tick of the process is one query, and nothing
 * outlives the tick, so nobody decides on something stale. For facts that are the same whoever asks.
 */
export function together<Row>(findMany: (deps: Deps, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>) {
  const loaders = new WeakMap<Deps, DataLoader<string, Row | null>>();
  return (deps: Deps, keys: readonly string[]): Promise<(Row | null)[]> => {
    const known = loaders.get(deps);
    const loader = known ?? tickLoader(deps, findMany);
    if (!known) loaders.set(deps, loader);
    return Promise.all(keys.map((key) => loader.load(key)));
  };
}

function tickLoader<Row>(
  deps: Deps,
  findMany: (deps: Deps, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
): DataLoader<string, Row | null> {
  return new DataLoader(
    async (keys) => {
      const found = await findMany(deps, [...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    },
    { cache: false, maxBatchSize: KEYS_MAX, batchScheduleFn },
  );
}
