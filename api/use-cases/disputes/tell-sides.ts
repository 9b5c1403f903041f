import { type Actor, personOf } from "#api/kernel/actor.ts";
import type { Dispute, Tx } from "#api/sql/rows.ts";
import type { Permission } from "#api/use-cases/can.ts";
import { type NoticeKind, notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";

export type Side = "claimantId" | "respondentId";

/** What happened, when, and who need not be told because it was them. */
export type Happened = { kind: NoticeKind; at: Date; by: Actor };

/** Tells those of one side who may do what comes next; the news names the other side. */
export async function tellSide(
  tx: Tx,
  dispute: Dispute,
  { side, next }: { side: Side; next: Permission },
  { kind, at, by }: Happened,
): Promise<void> {
  const otherId = dispute[side === "claimantId" ? "respondentId" : "claimantId"];
  const { name: partner } = await tx.partner.findUniqueOrThrow({ where: { id: otherId }, select: { name: true } });
  const audience = { partnerId: dispute[side], roles: partnersWhoMay(next), except: personOf(by)?.id ?? null };
  await notifyStaff(tx, audience, { kind, facts: { partner }, href: `/partner/disputes/${dispute.id}`, at });
}

/** Both sides are told how it ended. */
export async function tellBothSides(tx: Tx, dispute: Dispute, happened: Happened): Promise<void> {
  for (const side of ["claimantId", "respondentId"] as const) {
    await tellSide(tx, dispute, { side, next: "dispute:read" }, happened);
  }
}

/** Tells the operator's people who may propose how to decide. */
export async function tellArbiters(tx: Tx, dispute: Dispute, { kind, at, by }: Happened): Promise<void> {
  const { claimantId, respondentId } = dispute;
  const names = await tx.partner.findMany({
    where: { id: { in: [claimantId, respondentId] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? "";
  const facts = { claimant: nameOf(claimantId), respondent: nameOf(respondentId) };
  const roles = operatorsWhoMay("dispute:proposeDecision");
  const audience = { partnerId: null, roles, except: personOf(by)?.id ?? null };
  await notifyStaff(tx, audience, { kind, facts, href: `/operator/disputes/${dispute.id}`, at });
}
