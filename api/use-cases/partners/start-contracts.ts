import type { Actor } from "#api/kernel/actor.ts";
import { limitExposuresByContract } from "#api/ledger/exposures.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Applies the exposure limits of contracts signed ahead whose day has come. A job; running it twice changes nothing. */
export async function startContracts(deps: Deps, actor: Actor): Promise<{ changed: number }> {
  can(actor, "job:run");
  return { changed: await limitExposuresByContract(deps.db, deps.clock.now()) };
}
