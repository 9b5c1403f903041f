import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { sumIssuerLots } from "#api/ledger/read/issuer-lots.ts";
import { type LotsToHandle, sumLotsToHandle } from "#api/ledger/read/lots-to-handle.ts";
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

/** Begins to handle a partner's lots; the job does it. Asked for again with the same approval, it is the same run. */
export async function startLotRun(tx: Tx, actor: Actor, wanted: NewLotRun): Promise<LotRun> {
  const { approvalId, at, ...rest } = wanted;
  const known = approvalId && (await tx.lotRun.findUnique({ where: { approvalId } }));
  if (known) return known;
  await requireNoneUnderWay(tx, wanted.partnerId);
  const id = newId("lotRun");
  const { partnerId, kind, reason } = wanted;
  const found = await sumFound(tx, { id, partnerId, kind });
  const step = { object: "lotRun", objectId: id, partnerId, from: null, to: "RUNNING", at, reason, approvalId };
  await recordStep(tx, actor, step);
  return tx.lotRun.create({
    data: {
      id,
      ...rest,
      approvalId,
      startedAt: at,
      startedBy: actorRef(actor),
      lotsFound: found.lots,
      membersFound: found.members,
      pointsFound: found.points,
    },
  });
}

/** What is honoured is told too, though nothing is done to it. */
async function sumFound(tx: Tx, run: Pick<LotRun, "id" | "partnerId" | "kind">): Promise<LotsToHandle> {
  if (run.kind !== "HONOUR") return sumLotsToHandle(tx, run);
  const [honoured] = await sumIssuerLots(tx, [run.partnerId], { unfunded: true });
  return honoured ?? { lots: 0, members: 0, points: 0n };
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
