import type { Deps } from "#api/use-cases/deps.ts";

/** As many reads of a kind at a time; what is asked for meanwhile is the next one. */
const READS_IN_FLIGHT_MAX = 2;
const KEYS_MAX = 500;

type FindMany<Row> = (deps: Deps, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

/**
 * Reads for all requests in flight at once. A lone request asks at once; whatever is asked for while reads are under way
 * becomes the next one, so the busier the hub, the more share a query. A read begins after it was asked for and nothing
 * outlives it, so nobody decides on something stale. For facts that are the same whoever asks.
 */
export function together<Row>(findMany: FindMany<Row>) {
  const readers = new WeakMap<Deps, (key: string) => Promise<Row | null>>();
  return (deps: Deps, keys: readonly string[]): Promise<(Row | null)[]> => {
    const known = readers.get(deps);
    const read = known ?? reader(deps, findMany);
    if (!known) readers.set(deps, read);
    return Promise.all(keys.map(read));
  };
}

type Asking<Row> = { resolve(row: Row | null): void; reject(reason: unknown): void };

function reader<Row>(deps: Deps, findMany: FindMany<Row>): (key: string) => Promise<Row | null> {
  const waiting = new Map<string, Asking<Row>[]>();
  let inFlight = 0;
  let isDue = false;

  /** In the next turn of the event loop: requests whose answers came in together ask together. */
  function schedule(): void {
    if (isDue || inFlight >= READS_IN_FLIGHT_MAX || waiting.size === 0) return;
    isDue = true;
    setImmediate(send);
  }

  function send(): void {
    isDue = false;
    const asked = new Map([...waiting].slice(0, KEYS_MAX));
    for (const key of asked.keys()) waiting.delete(key);
    inFlight += 1;
    void answer(asked).finally(() => {
      inFlight -= 1;
      schedule();
    });
    schedule();
  }

  async function answer(asked: ReadonlyMap<string, Asking<Row>[]>): Promise<void> {
    try {
      const found = await findMany(deps, [...asked.keys()]);
      for (const [key, askers] of asked) for (const { resolve } of askers) resolve(found.get(key) ?? null);
    } catch (fault) {
      for (const { reject } of [...asked.values()].flat()) reject(fault);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      const askers = waiting.get(key);
      if (askers) askers.push({ resolve, reject });
      else waiting.set(key, [{ resolve, reject }]);
      schedule();
    });
}
