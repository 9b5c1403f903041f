import type { Actor } from "#api/kernel/actor.ts";
import { findLotsOfEntries, type LotPoints } from "#api/ledger/read/figures.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { historyKey } from "#api/use-cases/members/list-history.ts";
import { seesPerson } from "#api/use-cases/members/member-view.ts";

/** Which lots an entry took from or gave to a member, by `historyKey`: for the member and the operator. */
export async function readLotsOfEntries(
  deps: Deps,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, LotPoints[]>> {
  if (!may(actor, "history:read")) return new Map();
  const asked = keys.map((key) => key.split(" ")).filter(([memberId = ""]) => seesPerson(actor, memberId));
  const entryIds = [...new Set(asked.map(([, entryId = ""]) => entryId))];
  const found = Map.groupBy(await findLotsOfEntries(deps.db, entryIds), historyKey);
  return new Map(
    asked.map(([memberId = "", entryId = ""]) => [`${memberId} ${entryId}`, found.get(`${memberId} ${entryId}`) ?? []]),
  );
}
