import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import type { LadderDefinition } from "#api/use-cases/tiers/ladder.ts";
import { proposeTierLadder } from "#api/use-cases/tiers/propose-ladder.ts";

/** Bronze, Silver at 1 000 and Gold at 3 000 qualifying points of a calendar year; one step down at a time. */
export const ladder = (wish: Partial<LadderDefinition> = {}): LadderDefinition => ({
  counts: ["POINTS"],
  period: "CALENDAR_YEAR",
  protectionMonths: 0,
  downgrade: "ONE_STEP",
  tiers: [
    { code: "bronze", name: { en: "Bronze", ru: "Бронза", be: "Бронза" }, from: "0", benefits: [] },
    { code: "silver", name: { en: "Silver" }, from: "1000", benefits: [] },
    { code: "gold", name: { en: "Gold" }, from: "3000", benefits: [{ code: "tasting", name: { en: "A tasting" } }] },
  ],
  ...wish,
});

/** A ladder that one person wrote and another agreed on. */
export async function agreeOnLadder(w: World, wish: Partial<LadderDefinition> = {}): Promise<void> {
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  const asked = { definition: ladder(wish), reason: "Loyalty shows", idempotencyKey: newId("approval") };
  const { id: approvalId } = await proposeTierLadder(w.deps, clerk, asked);
  await decideApproval(w.deps, w.operator, { approvalId, decision: "APPROVE", note: "Agreed" });
}
