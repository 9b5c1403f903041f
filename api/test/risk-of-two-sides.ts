import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";
import { givePartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { proposeContract } from "#api/use-cases/partners/propose-contract.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { startLotRun } from "#api/use-cases/risk/lot-runs.ts";
import { recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

const odd = 71_311_370_000n;

/** What risk knows of the other side: limits, a default, lots that are not paid for, a notice, terms that wait. */
export async function riskOfTheOther(w: World, phone: string): Promise<void> {
  const { deps, operator, fuel, pharmacy } = w;
  const at = deps.clock.now();
  const amountE6 = 9_131_170_000n;
  await recordPurchase(deps, pharmacy.till, {
    member: { kind: "PHONE", value: phone },
    totalE6: amountE6,
    lines: [{ amountE6 }],
    receiptNumber: "Kanarienvogel-unfunded",
    idempotencyKey: "Kanarienvogel-unfunded",
  });
  const parts = [w.grocer, fuel, pharmacy].map(({ id }) => ({ partnerId: id, amountE6: 1_000_000n }));
  await recordLossPool(deps, operator, { parts, idempotencyKey: "everybodys-pool-01" });
  await proposeContract(deps, operator, {
    partnerId: fuel.id,
    funding: "ON_ISSUE",
    issueRateE6: 77_131n,
    redeemRateE6: 8_500n,
    earnBps: 100,
    whatIfCycleId: w.cycleId,
    reason: "Kanarienvogel wants another price",
    idempotencyKey: "Kanarienvogel-proposal",
  });
  const override = { id: newId("limitOverride"), partnerId: fuel.id, approvalId: newId("approval"), createdAt: at };
  const until = { validFrom: at, expiresAt: new Date("2027-07-07T07:07:07Z") };
  await deps.db.limitOverride.create({ data: { ...override, ...until, limitE6: odd, reason: "Kanarienvogel season" } });
  const standing = { dueE6: odd, outstandingE6: 17n, collateralE6: 0n, lossPoolE6: 0n, limitE6: odd };
  const day = new Date("2026-04-02T00:00:00Z");
  await deps.db.exposureDay.create({ data: { partnerId: fuel.id, day, positionE6: odd, ...standing } });
  const obligation = await deps.db.obligation.findFirstOrThrow({ where: { partnerId: fuel.id } });
  await deps.db.obligation.update({ where: { id: obligation.id }, data: { state: "DEFAULTED" } });
  const layer = { obligationId: obligation.id, account: "LOSS_POOL", ownerId: pharmacy.id, usedE6: 71_311n } as const;
  await deps.db.defaultLayer.create({ data: { ...layer, seq: 0, availableE6: odd } });
  await deps.db.$transaction((tx) =>
    startLotRun(tx, systemActor, {
      partnerId: fuel.id,
      kind: "BLOCK_LOTS",
      haircutBps: null,
      reason: "Kanarienvogel failed",
      approvalId: null,
      at,
    }),
  );
  const velocityRule = {
    id: newId("velocityRule"),
    approvalId: newId("approval"),
    validFrom: at,
    createdAt: at,
  } as const;
  const limited = { kind: "POINTS_EARNED", subject: "PARTNER", limit: 17n, action: "OPEN_CASE" } as const;
  await deps.db.velocityRule.create({ data: { ...velocityRule, ...limited, reason: "Too fast" } });
  const window = { windowFrom: at, windowUntil: new Date("2027-07-07T07:07:07Z"), openedAt: at };
  const found = { id: newId("velocityCase"), ruleId: velocityRule.id, subjectId: fuel.id, value: odd };
  await deps.db.velocityCase.create({ data: { ...found, ...window } });
  const notice = { partnerId: pharmacy.id, reason: "Kanarienvogel leaves", idempotencyKey: "Kanarienvogel-notice" };
  await givePartnerNotice(deps, operator, notice);
}
