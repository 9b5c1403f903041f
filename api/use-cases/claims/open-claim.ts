import { localDate } from "#api/engine/lot-dates.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Claim, ClaimKind, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type CheckedFile, checkFile, type SentFile } from "#api/use-cases/disputes/evidence-file.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkOptionalText } from "#api/use-cases/partners/values.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { checkReceiptNumber } from "#api/use-cases/purchases/record-purchase.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { ReceiptNotClaimable } from "./refusals.ts";
import { openClaimStates } from "./states.ts";

export type OpenClaim = {
  partnerId: string;
  receiptNumber: string;
  /** YYYY-MM-DD, as printed. */
  boughtOn: string;
  amountE6: MoneyE6;
  /** The purchase whose points are wrong; absent: the receipt gave none. */
  purchaseId?: string | null | undefined;
  note?: string | null | undefined;
  /** A picture of the receipt. */
  file?: SentFile | null | undefined;
  idempotencyKey: string;
};

const DAY_MS = 86_400_000;
/** How long the partner has to answer, and how old a receipt may be. */
export const CLAIM_ANSWER_DAYS = 7;
export const CLAIM_AGE_DAYS_MAX = 60;

/** A member misses the points of a receipt, or finds them wrong; the partner is asked. */
export async function openClaim(deps: Deps, actor: Actor, input: OpenClaim): Promise<Claim> {
  can(actor, "claim:open");
  if (actor.kind !== "member") throw new InvalidValue("member", actor.kind, "the member whose receipt it is");
  const checked = { ...check(input), memberId: actor.memberId };
  const { timeZone } = await findProgramme(deps);
  const id = newId("claim");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "openClaim", input, objectId: id });
    if (first) return tx.claim.findUniqueOrThrow({ where: { id: first }, omit: { content: true } }).then(withoutFile);
    const at = deps.clock.now();
    checkAge(input.boughtOn, localDate(at, timeZone));
    const { file, ...facts } = checked;
    await requireClaimable(tx, facts);
    const deadlineAt = new Date(at.getTime() + CLAIM_ANSWER_DAYS * DAY_MS);
    const opened = { ...facts, ...file, state: "WAITING" as const, openedAt: at, deadlineAt };
    const claim = await tx.claim.create({ data: { id, ...opened } });
    await recordStep(tx, actor, {
      object: "claim",
      objectId: id,
      from: null,
      to: "WAITING",
      at,
      partnerId: facts.partnerId,
    });
    await tellPartner(tx, claim);
    return claim;
  });
}

const withoutFile = (claim: Omit<Claim, "content">): Claim => ({ ...claim, content: null });

type Facts = Pick<
  Claim,
  "memberId" | "partnerId" | "receiptNumber" | "boughtOn" | "amountE6" | "purchaseId" | "note"
> & {
  kind: ClaimKind;
};

function check(input: OpenClaim): Omit<Facts, "memberId"> & { file: CheckedFile | null } {
  checkReceiptNumber(input.receiptNumber);
  const { partnerId, amountE6, purchaseId = null } = input;
  if (amountE6 <= 0n) throw new InvalidValue("amount", String(amountE6), "more than nothing");
  const boughtOn = new Date(`${input.boughtOn}T00:00:00Z`);
  const note = checkOptionalText("note", input.note || null);
  const file = input.file ? checkFile(input.file) : null;
  const receiptNumber = input.receiptNumber.trim();
  return {
    partnerId,
    receiptNumber,
    boughtOn,
    amountE6,
    purchaseId,
    note,
    file,
    kind: purchaseId ? "WRONG" : "MISSING",
  };
}

function checkAge(boughtOn: string, today: string): void {
  const days = (Date.parse(today) - Date.parse(boughtOn)) / DAY_MS;
  if (!(days >= 0 && days <= CLAIM_AGE_DAYS_MAX)) throw new ReceiptNotClaimable("TOO_OLD");
}

/** One receipt gives its points once: recorded by a till, or claimed by somebody. */
export async function requireClaimable(tx: Tx, facts: Facts, except?: string): Promise<void> {
  const { memberId, partnerId, receiptNumber, boughtOn, kind, purchaseId } = facts;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('claim'), hashtext(${`${partnerId} ${receiptNumber}`}))`;
  if (!(await tx.partner.findUnique({ where: { id: partnerId } }))) throw new PartnerNotFound(partnerId);
  const printed = { partnerId, receiptNumber, businessDate: boughtOn };
  const recorded = await tx.purchase.findMany({ where: printed, select: { id: true, memberId: true } });
  if (kind === "MISSING" && recorded.length > 0) throw new ReceiptNotClaimable("RECORDED");
  const isOwn = recorded.some((row) => row.id === purchaseId && row.memberId === memberId);
  if (kind === "WRONG" && !isOwn) throw new ReceiptNotClaimable("UNKNOWN");
  const states = { in: [...openClaimStates, "CONFIRMED" as const] };
  const not = except ? { id: { not: except } } : {};
  const claimed = await tx.claim.count({ where: { partnerId, receiptNumber, boughtOn, kind, state: states, ...not } });
  if (claimed > 0) throw new ReceiptNotClaimable("CLAIMED");
}

async function tellPartner(tx: Tx, { id, partnerId, receiptNumber: receipt, openedAt: at }: Claim): Promise<void> {
  const audience = { partnerId, roles: partnersWhoMay("claim:decide") };
  await notifyStaff(tx, audience, {
    kind: "CLAIM_OPENED",
    facts: { receipt },
    href: `/partner/claims?claim=${id}`,
    at,
  });
}
