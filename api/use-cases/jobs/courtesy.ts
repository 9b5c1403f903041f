import { setTimeout } from "node:timers/promises";
import { countEntriesBegun } from "#api/ledger/due.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** While others post, a job rests this many times as long as it worked. */
const REST_TIMES = 3;
const REST_MS_MAX = 1_000;

/** How a long job leaves tills most of the machine, whichever gateway they are at. */
export type Courtesy = {
  /** After a piece of work that posted so many entries; rests where others posted meanwhile. Answers whether nobody did. */
  worked(entries: number, ms: number): Promise<boolean>;
  /** After what was posted in other ways than by pieces, and is nobody else's. */
  lookAgain(): Promise<void>;
};

export async function courtesy({ db }: Pick<Deps, "db">): Promise<Courtesy> {
  let seen = await countEntriesBegun(db);
  return {
    worked: async (entries, ms) => {
      const begun = await countEntriesBegun(db);
      const others = begun - seen - BigInt(entries);
      seen = begun;
      if (others <= 0n) return true;
      await setTimeout(Math.min(REST_TIMES * ms, REST_MS_MAX));
      return false;
    },
    lookAgain: async () => {
      seen = await countEntriesBegun(db);
    },
  };
}
