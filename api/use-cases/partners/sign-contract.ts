import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { limitExposure } from "#api/ledger/exposures.ts";
import type { Contract, FundingModel, OnUsPolicy, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { ContractStartsTooEarly } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkNotNegative, checkWhole } from "#api/use-cases/partners/values.ts";

type Optional<Value> = Value | null | undefined;

export type SignContract = {
  partnerId: string;
  /** Now when absent. Only a first contract may reach back. */
  validFrom?: Optional<Date>;
  funding: FundingModel;
  issueRateE6: MoneyE6;
  redeemRateE6: MoneyE6;
  onUsPolicy?: Optional<OnUsPolicy>;
  earnBps: number;
  pendingDays?: Optional<number>;
  redeemShareMaxBps?: Optional<number>;
  breakageOperatorBps?: Optional<number>;
  feePerCycleE6?: Optional<MoneyE6>;
  exposureLimitE6?: Optional<MoneyE6>;
  takesForeignReturns?: Optional<boolean>;
  idempotencyKey: string;
};

/** Terms that may be signed and deserve a second look. */
export type ContractWarning = "REDEEM_RATE_ABOVE_ISSUE_RATE" | "ISSUES_FOR_NOTHING" | "NO_EXPOSURE_LIMIT";

/** Puts new terms in force from an instant on; the terms before them end there and stay readable for ever. */
export async function signContract(
  deps: Deps,
  actor: Actor,
  input: SignContract,
): Promise<{ contract: Contract; warnings: ContractWarning[] }> {
  can(actor, "contract:sign", input);
  const terms = termsOf(input);
  const id = newId("contract");
  const contract = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "signContract", input, objectId: id });
    if (first) return tx.contract.findUniqueOrThrow({ where: { id: first } });
    await lockPartner(tx, input.partnerId);
    const now = deps.clock.now();
    const validFrom = input.validFrom ?? now;
    const version = await supersede(tx, input.partnerId, { validFrom, now });
    if (validFrom <= now) await limitExposure(tx, input.partnerId, terms.exposureLimitE6);
    return tx.contract.create({
      data: { id, partnerId: input.partnerId, version, validFrom, createdBy: actorRef(actor), ...terms },
    });
  });
  return { contract, warnings: warningsOf(contract) };
}

/** Ends the newest terms where the new ones begin; answers the next version's number. */
async function supersede(tx: Tx, partnerId: string, { validFrom, now }: { validFrom: Date; now: Date }) {
  const newest = await tx.contract.findFirst({ where: { partnerId }, orderBy: { version: "desc" } });
  if (!newest) return 1;
  const earliest = new Date(Math.max(newest.validFrom.getTime() + 1, now.getTime()));
  if (validFrom < earliest) throw new ContractStartsTooEarly(earliest);
  await tx.contract.update({ where: { id: newest.id }, data: { validUntil: validFrom } });
  return newest.version + 1;
}

const SHARE_BPS = [0, 10_000] as const;

function termsOf(input: SignContract) {
  const { breakageOperatorBps = null, exposureLimitE6 = null } = input;
  return {
    funding: input.funding,
    issueRateE6: checkNotNegative("issueRate", input.issueRateE6),
    redeemRateE6: checkNotNegative("redeemRate", input.redeemRateE6),
    onUsPolicy: input.onUsPolicy ?? "FULL",
    earnBps: checkWhole("earnBps", input.earnBps, [0, 1_000_000]),
    pendingDays: checkWhole("pendingDays", input.pendingDays ?? 0, [0, 365]),
    redeemShareMaxBps: checkWhole("redeemShareMaxBps", input.redeemShareMaxBps ?? 10_000, SHARE_BPS),
    breakageOperatorBps:
      breakageOperatorBps === null ? null : checkWhole("breakageOperatorBps", breakageOperatorBps, SHARE_BPS),
    feePerCycleE6: checkNotNegative("feePerCycle", input.feePerCycleE6 ?? 0n),
    exposureLimitE6: exposureLimitE6 === null ? null : checkNotNegative("exposureLimit", exposureLimitE6),
    takesForeignReturns: input.takesForeignReturns ?? false,
  };
}

/** A redeem rate above the issue rate makes the operator pay for every point that is spent where it was earned. */
export function warningsOf(contract: Contract): ContractWarning[] {
  const warnings: ContractWarning[] = [];
  if (contract.redeemRateE6 > contract.issueRateE6) warnings.push("REDEEM_RATE_ABOVE_ISSUE_RATE");
  if (contract.issueRateE6 === 0n) warnings.push("ISSUES_FOR_NOTHING");
  if (contract.exposureLimitE6 === null) warnings.push("NO_EXPOSURE_LIMIT");
  return warnings;
}
