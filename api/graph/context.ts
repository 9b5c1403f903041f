import type { Loaders } from "#api/graph/loaders.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What every resolver is given; made anew for each request, and for each event of a subscription. */
export type Context = {
  deps: Deps;
  actor: Actor;
  loaders: Loaders;
  requestId: string;
  /** The programme's currency: the only one of the books. */
  currency: Currency;
  doorbells: Doorbells;
  /** Told of each typed refusal that a deed answers with. */
  refused?: (code: string) => void;
  /** Was this very operation found within its limits before, and costs the same whatever its variables say? */
  isMeasured?: boolean;
};

export type Currency = { code: string; minorDigits: number };

/** What a doorbell rings for. */
export type Topic = "member" | "partner" | "cycle" | "user";

/** Rings after commit, with nothing in hand but which one changed: the client then asks. */
export type Doorbells = {
  rings(topic: Topic, id: string): AsyncIterable<Ring>;
};

/** `at` only tells rings apart; what changed is read, not pushed. */
export type Ring = { id: string; at: Date };
