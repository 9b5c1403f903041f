import type { Actor } from "#api/kernel/actor.ts";
import {
  type CyclePoints,
  findOutstanding,
  findPointsByCycle,
  findProgrammePoints,
  type Outstanding,
  type ProgrammePoints,
} from "#api/ledger/read/figures.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";

const CYCLES = 12;

/** What partners issued and redeemed in the last twelve cycles, oldest first. */
export async function readPointsByCycle(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, CyclePoints[]>> {
  const shown = insideOf(actor, "position:read", partnerIds);
  if (shown.length === 0) return new Map();
  return gathered(shown, await findPointsByCycle(deps.db, shown, CYCLES), (row) => row.partnerId);
}

/** The same of the whole coalition. */
export async function readProgrammePoints(deps: Deps, actor: Actor): Promise<ProgrammePoints[]> {
  can(actor, "ledger:read");
  return findProgrammePoints(deps.db, CYCLES);
}

/** Unspent points of issuers and what they would cost them. */
export async function readOutstanding(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, Outstanding>> {
  const shown = insideOf(actor, "exposure:read", partnerIds);
  if (shown.length === 0) return new Map();
  const nothing = shown.map((issuerId): Outstanding => ({ issuerId, points: 0n, valueE6: 0n }));
  const found = await findOutstanding(deps.db, shown);
  return new Map([...nothing, ...found].map((row) => [row.issuerId, row]));
}

/** Every issuer's unspent points. */
export async function listOutstanding(deps: Deps, actor: Actor): Promise<Outstanding[]> {
  can(actor, "ledger:read");
  return findOutstanding(deps.db, null);
}
