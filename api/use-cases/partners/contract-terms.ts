import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Contract, FundingModel, OnUsPolicy, Programme } from "#api/sql/rows.ts";
import { CurrencyUnsupported, InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkWhole } from "#api/use-cases/partners/values.ts";

type Optional<Value> = Value | null | undefined;

/** Terms as somebody writes them; what is left out has the value that changes least. */
export type TermsInput = {
  /** The programme's; any other is refused. */
  currencyCode?: Optional<string>;
  funding: FundingModel;
  issueRateE6: MoneyE6;
  redeemRateE6: MoneyE6;
  onUsPolicy?: Optional<OnUsPolicy>;
  earnBps: number;
  pendingDays?: Optional<number>;
  redeemShareMaxBps?: Optional<number>;
  breakageOperatorBps?: Optional<number>;
  /** SPLIT, and only there. */
  fundedShareBps?: Optional<number>;
  /** PREPAID, and only there: stop at or below alert. */
  prepaidAlertPoints?: Optional<Points>;
  prepaidStopPoints?: Optional<Points>;
  feePerCycleE6?: Optional<MoneyE6>;
  feePerReceiptE6?: Optional<MoneyE6>;
  feeBps?: Optional<number>;
  collateralRequiredE6?: Optional<MoneyE6>;
  exposureLimitE6?: Optional<MoneyE6>;
  exposureAlarmBps?: Optional<number>;
  takesForeignReturns?: Optional<boolean>;
  namesCounterparties?: Optional<boolean>;
};

/** A contract's terms without its dates. */
export type Terms = Omit<
  Contract,
  "id" | "partnerId" | "version" | "validFrom" | "validUntil" | "createdBy" | "createdAt"
>;

const SHARE_BPS = [0, 10_000] as const;

/** Sound terms out of what was written; refuses what no contract can say. */
export function checkTerms(input: TermsInput, { currency }: Pick<Programme, "currency">): Terms {
  const { currencyCode } = input;
  if (currencyCode && currencyCode !== currency) throw new CurrencyUnsupported(currencyCode, currency);
  return {
    funding: input.funding,
    issueRateE6: checkNotNegative("issueRate", input.issueRateE6),
    redeemRateE6: checkNotNegative("redeemRate", input.redeemRateE6),
    onUsPolicy: input.onUsPolicy ?? "FULL",
    earnBps: checkWhole("earnBps", input.earnBps, [0, 1_000_000]),
    pendingDays: checkWhole("pendingDays", input.pendingDays ?? 0, [0, 365]),
    redeemShareMaxBps: checkWhole("redeemShareMaxBps", input.redeemShareMaxBps ?? 10_000, SHARE_BPS),
    breakageOperatorBps: optional(input.breakageOperatorBps, (bps) =>
      checkWhole("breakageOperatorBps", bps, SHARE_BPS),
    ),
    ...fundingTerms(input),
    feePerCycleE6: checkNotNegative("feePerCycle", input.feePerCycleE6 ?? 0n),
    feePerReceiptE6: checkNotNegative("feePerReceipt", input.feePerReceiptE6 ?? 0n),
    feeBps: checkWhole("feeBps", input.feeBps ?? 0, SHARE_BPS),
    collateralRequiredE6: optional(input.collateralRequiredE6, (e6) => checkNotNegative("collateralRequired", e6)),
    exposureLimitE6: optional(input.exposureLimitE6, (e6) => checkNotNegative("exposureLimit", e6)),
    exposureAlarmBps: checkWhole("exposureAlarmBps", input.exposureAlarmBps ?? 8_000, SHARE_BPS),
    takesForeignReturns: input.takesForeignReturns ?? false,
    namesCounterparties: input.namesCounterparties ?? false,
  };
}

/** What a funding model needs, and only it has. */
function fundingTerms({ funding, ...input }: TermsInput) {
  const fundedShareBps = input.fundedShareBps ?? null;
  const prepaidAlertPoints = input.prepaidAlertPoints ?? null;
  const prepaidStopPoints = input.prepaidStopPoints ?? null;
  requireWith(funding === "SPLIT", "fundedShareBps", fundedShareBps);
  requireWith(funding === "PREPAID", "prepaidAlertPoints", prepaidAlertPoints);
  requireWith(funding === "PREPAID", "prepaidStopPoints", prepaidStopPoints);
  if (fundedShareBps !== null) checkWhole("fundedShareBps", fundedShareBps, [1, 9_999]);
  if (prepaidStopPoints !== null) checkNotNegative("prepaidStopPoints", prepaidStopPoints);
  if (prepaidStopPoints !== null && prepaidAlertPoints !== null && prepaidStopPoints > prepaidAlertPoints) {
    throw new InvalidValue("prepaidStopPoints", String(prepaidStopPoints), "at most prepaidAlertPoints");
  }
  return { fundedShareBps, prepaidAlertPoints, prepaidStopPoints };
}

function requireWith(needed: boolean, field: string, value: bigint | number | null): void {
  if (needed === (value !== null)) return;
  throw new InvalidValue(field, String(value), needed ? "given under this funding model" : "absent under this one");
}

function optional<Value, Checked>(value: Optional<Value>, check: (value: Value) => Checked): Checked | null {
  return value === null || value === undefined ? null : check(value);
}

/** Terms that may be signed and deserve a second look. */
export type ContractWarning = "REDEEM_RATE_ABOVE_ISSUE_RATE" | "ISSUES_FOR_NOTHING" | "NO_EXPOSURE_LIMIT";

/** A redeem rate above the issue rate makes the operator pay for every point that is spent where it was earned. */
export function warningsOf(terms: Terms): ContractWarning[] {
  const warnings: ContractWarning[] = [];
  if (terms.redeemRateE6 > terms.issueRateE6) warnings.push("REDEEM_RATE_ABOVE_ISSUE_RATE");
  if (terms.issueRateE6 === 0n) warnings.push("ISSUES_FOR_NOTHING");
  if (terms.exposureLimitE6 === null) warnings.push("NO_EXPOSURE_LIMIT");
  return warnings;
}

/** The names of all terms, in the order a contract shows them. */
export const termNames = [
  "funding",
  "fundedShareBps",
  "prepaidAlertPoints",
  "prepaidStopPoints",
  "issueRateE6",
  "redeemRateE6",
  "onUsPolicy",
  "earnBps",
  "pendingDays",
  "redeemShareMaxBps",
  "breakageOperatorBps",
  "feePerCycleE6",
  "feePerReceiptE6",
  "feeBps",
  "collateralRequiredE6",
  "exposureLimitE6",
  "exposureAlarmBps",
  "takesForeignReturns",
  "namesCounterparties",
] as const satisfies readonly (keyof Terms)[];

export type TermName = (typeof termNames)[number];
export type TermValue = Terms[TermName];
/** One term that differs. `before` is null also where there were no terms at all. */
export type TermChange = { term: TermName; before: TermValue; after: TermValue };

/** What new terms change, in the order of the terms; against nothing, all that is set. */
export function changesOf(before: Terms | null, after: Terms): TermChange[] {
  return termNames
    .map((term) => ({ term, before: before?.[term] ?? null, after: after[term] }))
    .filter((change) => change.before !== change.after);
}
