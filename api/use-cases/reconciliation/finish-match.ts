import type { Deps } from "#api/use-cases/deps.ts";
import { postBookings } from "#api/use-cases/settlement/bookings.ts";
import { settleCycles } from "#api/use-cases/settlement/settle-cycles.ts";

/** What follows a decision about a bank line: it is booked, and a cycle that waited for it may be settled. */
export async function finishMatch(deps: Deps): Promise<void> {
  deps.reach?.("match: decided");
  await postBookings(deps);
  deps.reach?.("match: entries posted");
  await settleCycles(deps);
}
