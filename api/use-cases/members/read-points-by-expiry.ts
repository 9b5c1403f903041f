import type { Actor } from "#api/kernel/actor.ts";
import {
  type ExpiringPoints,
  findExpiringPoints,
  findMaturingPoints,
  type MaturingPoints,
} from "#api/ledger/read/wallets.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { shownTo } from "#api/use-cases/members/member-view.ts";

/** When members' spendable points lapse, soonest first. */
export async function readPointsByExpiry(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, ExpiringPoints[]>> {
  return may(actor, "balance:read") ? findExpiringPoints(deps.db, shownTo(actor, memberIds)) : new Map();
}

/** When members' pending points become spendable, soonest first. */
export async function readPointsByMaturity(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, MaturingPoints[]>> {
  return may(actor, "balance:read") ? findMaturingPoints(deps.db, shownTo(actor, memberIds)) : new Map();
}
