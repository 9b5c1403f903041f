import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { sumIssuerLots } from "#api/ledger/read/issuer-lots.ts";
import type { LotRun, LotRunKind, Tx } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";
import { LotRunUnderWay } from "#api/use-cases/risk/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type NewLotRun = {
  partnerId: string;
  kind: LotRunKind;
  haircutBps: number | null;
  reason: string;
  approvalId: string | null;
  at: Date;
};

/** What a partner's run-off takes is every lot; the rules of a default are about those nobody has paid for. */
export const isAboutUnfunded = (kind: LotRunKind): boolean => kind !== "RUN_OFF";

/** Begins to handle a partner's lots; the job does it. Asked for again with the same approval, it is the same run. */
export async function startLotRun(tx: Tx, actor: Actor, wanted: NewLotRun): Promise<LotRun> {
  const { approvalId, at, ...rest } = wanted;
  const known = approvalId && (await tx.lotRun.findUnique({ where: { approvalId } }));
  if (known) return known;
  await requireNoneUnderWay(tx, wanted.partnerId);
  const unfunded = isAboutUnfunded(wanted.kind);
  const [found] = await sumIssuerLots(tx, [wanted.partnerId], { unfunded });
  const id = newId("lotRun");
  const { partnerId, reason } = wanted;
  const step = { object: "lotRun", objectId: id, partnerId, from: null, to: "RUNNING", at, reason, approvalId };
  await recordStep(tx, actor, step);
  return tx.lotRun.create({
    data: {
      id,
      ...rest,
      approvalId,
      startedAt: at,
      startedBy: actorRef(actor),
      lotsFound: found?.lots ?? 0,
      membersFound: found?.members ?? 0,
      pointsFound: found?.points ?? 0n,
    },
  });
}

export async function requireNoneUnderWay(tx: Tx, partnerId: string): Promise<void> {
  const running = await tx.lotRun.findFirst({ where: { partnerId, state: "RUNNING" } });
  if (running) throw new LotRunUnderWay(running.id);
}

/** What was and is done to partners' lots, newest first; the operator's to know, and the partner's own. */
export async function findLotRuns(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
): Promise<Map<string, LotRun[]>> {
  if (!may(actor, "exit:read")) return new Map();
  const shown = insideOf(actor, "exit:read", partnerIds);
  const where = { partnerId: { in: shown } };
  const rows = await deps.db.lotRun.findMany({ where, orderBy: [{ startedAt: "desc" }, { id: "desc" }] });
  return gathered(shown, rows, ({ partnerId }) => partnerId);
}
