import type { TestEntry } from "#api/formats/write-camt053.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { type IdKind, kindOfId, newId } from "#api/kernel/ids.ts";
import { bankBooks, openAccounts, payOut } from "#api/test/bank.ts";
import { campaignsOfBoth } from "#api/test/campaigns-of-two-sides.ts";
import { claimsOf, everyRow } from "#api/test/claims.ts";
import { clearingOfBoth } from "#api/test/clearing-of-two-sides.ts";
import { communityOfBoth } from "#api/test/community-of-two-sides.ts";
import { disputesOfBoth } from "#api/test/disputes-of-two-sides.ts";
import { messagesOfBoth } from "#api/test/messages-of-two-sides.ts";
import { offersOfBoth } from "#api/test/offers-of-two-sides.ts";
import { privilegesOfBoth } from "#api/test/privileges-of-two-sides.ts";
import { prizesOfBoth } from "#api/test/prizes-of-two-sides.ts";
import { riskOfTheOther } from "#api/test/risk-of-two-sides.ts";
import { segmentsOfBoth } from "#api/test/segments-of-two-sides.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { takeBalances } from "#api/use-cases/balance-tree/take-balances.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { requestExport } from "#api/use-cases/exports/request-export.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { createApiKey } from "#api/use-cases/partners/create-api-key.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { markForReturn } from "#api/use-cases/reconciliation/return-receipt.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";

/** Ids of one side by kind. */
export type Ids = ReadonlyMap<IdKind, readonly string[]>;
export type TwoSides = World & { ours: Ids; theirs: Ids; canaries: ReadonlySet<string> };

/**
 * A coalition of two sides that have nothing to do with each other: Grocer and Ana, Fuel with Pharmacy and Vera. Both
 * have done everything there is to do; the other side's rows are full of values that exist nowhere else.
 */
export async function twoSides(): Promise<TwoSides> {
  const w = await world({ at: new Date("2026-03-10T12:00:00Z") });
  await w.deps.db.user.create({ data: { id: actorId(w.operator), name: "Olga", email: "olga@operator.example" } });
  await w.deps.db.programme.updateMany({ data: { pointsValidityMonths: 24 } });
  const us = { issuer: w.grocer, redeemer: w.grocer, mark: "Ours", amountE6: 40_000_000n };
  const them = { issuer: w.fuel, redeemer: w.pharmacy, mark: "Kanarienvogel", amountE6: 71_311_370_000n };
  await live(w, { ...us, member: w.ana });
  const veraId = await live(w, { ...them, member: null });
  w.clock.set(new Date("2026-04-02T12:00:00Z"));
  await closeCycle(w.deps, systemActor, {
    cycleId: w.cycleId,
    reason: "Month end",
    idempotencyKey: "close the first cycle",
  });
  await approveCycle(w.deps, w.operator, { cycleId: w.cycleId });
  // From now on what is earned waits, so that there are points in every state.
  await w.deps.db.contract.updateMany({
    where: { partnerId: { in: [us, them].map(({ issuer }) => issuer.id) } },
    data: { pendingDays: 90 },
  });
  await trade(w, { ...us, memberId: w.ana.id, round: 2 });
  await trade(w, { ...them, memberId: veraId, round: 2 });
  await clearingOfBoth(w, [us, them]);
  await disputesOfBoth(w, [us, them]);
  await campaignsOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await offersOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await privilegesOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await prizesOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await segmentsOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await communityOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await messagesOfBoth(w, [
    { ...us, memberId: w.ana.id },
    { ...them, memberId: veraId },
  ]);
  await later(w, veraId);
  await office(w);
  await riskOfTheOther(w, phoneOf(them.mark));
  const owners = [
    [w.fuel.id, w.pharmacy.id, veraId],
    [w.grocer.id, w.ana.id],
  ] as const;
  const [their, our] = claimsOf(await everyRow(w.database), owners);
  const isPublic = new Set<string>(owners[0]);
  return {
    ...w,
    ours: byKind([...our.ids, ...[...our.values].filter((value) => !their.ids.has(value))]),
    theirs: byKind([...their.ids, ...their.only]),
    canaries: new Set([...their.only].filter((value) => isTelling(value) && !isPublic.has(value))),
  };
}

export function actorId(actor: Actor): string {
  return "id" in actor ? actor.id : "";
}

/** Words of ours, such as an enum's, stand in answers anyway. */
function isTelling(value: string): boolean {
  return value.length >= 5 && !/^([a-z ]+|[A-Z_]+)$/.test(value) && kindOfId(value) !== "location";
}

type Life = {
  issuer: TestPartner;
  redeemer: TestPartner;
  member: { id: string } | null;
  mark: string;
  amountE6: bigint;
};

/** Everything a partner and a member can do; answers the member. */
async function live(w: World, { issuer, redeemer, member, mark, amountE6 }: Life): Promise<string> {
  const { deps } = w;
  const key = (deed: string) => `${mark}-${deed}-${issuer.id}`.slice(0, 64);
  const owner = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["OWNER"] } satisfies Actor;
  const memberId = member?.id ?? (await enrolVera(w, issuer, mark));
  await addIdentifier(deps, issuer.till, { memberId, kind: "PHONE", value: phoneOf(mark) });
  await addLegalEntity(deps, owner, {
    partnerId: issuer.id,
    name: `${mark} Trading Company`,
    taxNumber: mark === "Ours" ? "100000001" : "777777777",
    country: "BY",
    address: `${mark} street 77`,
    iban: mark === "Ours" ? "DE89370400440532013000" : "GB82WEST12345698765432",
    idempotencyKey: key("entity"),
  });
  await createApiKey(deps, owner, {
    partnerId: issuer.id,
    name: `${mark} back office`,
    scopes: ["purchases:read"],
    idempotencyKey: key("apikey"),
  });
  const email = `${mark}@example.org`.toLowerCase();
  await deps.db.user.create({ data: { id: owner.id, name: `${mark} Owner`, email } });
  await assignStaff(deps, w.operator, { email, partnerId: issuer.id, roles: ["PARTNER_OWNER"] });
  await trade(w, { issuer, redeemer, memberId, mark, amountE6 });
  return memberId;
}

async function enrolVera({ deps }: World, at: TestPartner, mark: string): Promise<string> {
  const named = { name: `${mark} Vera`, birthDate: new Date("1977-07-07"), idempotencyKey: `enrol-${at.id}` };
  return (await enrolMember(deps, at.till, { partnerId: at.id, ...named })).id;
}

function phoneOf(mark: string): string {
  return mark === "Ours" ? "+375291000001" : "+375297777777";
}

/** What the operator does about somebody: a receipt from the bank, and a correction that waits for a second person. */
async function later({ deps, operator, fuel }: World, veraId: string): Promise<void> {
  const paid = (amountE6: bigint, bankRef: string, more: Partial<TestEntry>): TestEntry => ({
    amountE6,
    bankRef: `Kanarienvogel-${bankRef}`,
    bookedOn: "2026-04-02",
    ...more,
  });
  await openAccounts(deps);
  const owed = await deps.db.paymentInstruction.findFirstOrThrow({ where: { kind: "PAY_IN", partnerId: fuel.id } });
  const said = `Kanarienvogel pays ${owed.endToEndId}`;
  await bankBooks(deps, operator, {
    entries: [
      paid(owed.amountE6 - 20_000n, "bank-1", { endToEndId: owed.endToEndId }),
      paid(10_000n, "bank-2", { remittance: said, counterpartyName: "Kanarienvogel Fuel" }),
      paid(71_311_370_000n, "bank-3", { remittance: "Kanarienvogel by mistake" }),
    ],
  });
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  await payOut(deps, { clerk, finance: operator }, owed.cycleId ?? "");
  const { id: itemId } = await deps.db.reconItem.findFirstOrThrow({ where: { otherRef: "Kanarienvogel-bank-3" } });
  await takeReconItem(deps, clerk, { itemId });
  const payer = { holder: "Kanarienvogel Stranger", iban: "GB33BUKB20201555555555" };
  await markForReturn(deps, clerk, { itemId, reason: "By mistake", ...payer, idempotencyKey: "canary-return" });
  await approvePayments(deps, operator, {});
  await exportPayments(deps, clerk, { idempotencyKey: "canary-return-file" });
  const lot = await deps.db.lot.findFirstOrThrow({ where: { memberId: veraId, available: { gt: 0n } } });
  await adjustPoints(deps, operator, {
    memberId: veraId,
    points: 1n,
    takeFromLotId: lot.id,
    reason: "Kanarienvogel correction",
    idempotencyKey: "Kanarienvogel-correction",
  });
}

/** What people of each house had made and were told; and a proof of the books that found something. */
async function office({ deps, operator, grocer, fuel }: World): Promise<void> {
  const owners = await deps.db.staff.findMany({ where: { partnerId: { in: [grocer.id, fuel.id] } } });
  const partnerStaff = owners.map(
    ({ userId: id, partnerId }): Actor => ({ kind: "partnerStaff", id, partnerId: partnerId ?? "", roles: ["OWNER"] }),
  );
  for (const actor of [operator, ...partnerStaff]) {
    const id = actorId(actor);
    const facts = { report: "positions", fileName: `positions of ${id}` };
    const told = { userId: id, kind: "EXPORT_READY", facts, href: "/exports", at: deps.clock.now() } as const;
    await deps.db.$transaction((tx) => notify(tx, told));
    const signedIn = {
      userId: id,
      token: `token of ${id}`,
      expiresAt: new Date("2100-01-01"),
      userAgent: `browser of ${id}`,
    };
    await deps.db.session.create({ data: { id: crypto.randomUUID(), ...signedIn } });
    const asked = { report: "next_cycle_forecast", format: "CSV", idempotencyKey: `forecast-of-${id}` } as const;
    await requestExport(deps, actor, asked);
  }
  const broken = [{ rule: "I01", severity: "WARNING", key: fuel.id, detail: "Kanarienvogel detail" }];
  const totals = [{ account: "MARGIN", amount: "-1", entries: "1" }];
  const proof = { provedAt: deps.clock.now(), milliseconds: 1, errorCount: 1, warningCount: 0, broken, totals };
  await deps.db.booksProof.create({ data: { id: newId("booksProof"), ...proof } });
  await takeBalances(deps, systemActor);
}

type Trade = Omit<Life, "member"> & { memberId: string; round?: number };

async function trade(
  { deps, operator }: World,
  { issuer, redeemer, memberId, mark, amountE6, round = 1 }: Trade,
): Promise<void> {
  const key = (deed: string) => `${mark}-${deed}-${round}-${issuer.id}`.slice(0, 64);
  const line = { amountE6, name: `${mark} goods`, category: `${mark} things`, sku: `${mark}-7` };
  const bought = await recordPurchase(deps, issuer.till, {
    member: { memberId },
    totalE6: amountE6,
    lines: [line],
    payments: [{ means: "CARD", amountE6 }],
    receiptNumber: `${mark}-receipt-${round}`,
    idempotencyKey: key("purchase"),
  });
  await returnPurchase(deps, issuer.till, {
    purchase: { purchaseId: bought.purchase.id },
    lines: [{ seq: 1, quantityMilli: 100n }],
    receiptNumber: `${mark}-slip-${round}`,
    idempotencyKey: key("return"),
  });
  const goodwill = { memberId, points: 777n, reason: `${mark} goodwill`, idempotencyKey: key("goodwill") };
  await adjustPoints(deps, operator, goodwill);
  // Elsewhere a member is known by what it shows, not by its id.
  const member = { kind: "PHONE", value: phoneOf(mark) } as const;
  const redeemed = await redeemPoints(deps, redeemer.till, {
    member,
    points: 17n,
    idempotencyKey: key("redeem"),
  });
  await reservePoints(deps, redeemer.till, { member, points: 7n, idempotencyKey: key("reserve") });
  if (issuer.id === redeemer.id || round > 1) return;
  const redemptionId = redeemed.redemption.id;
  const dispute = { redemptionId, points: 3n, reasonCode: "D21", idempotencyKey: key("dispute") } as const;
  await openDispute(deps, issuer.finance, dispute);
}

function byKind(values: readonly string[]): Ids {
  const ids = new Map<IdKind, string[]>();
  for (const value of new Set(values)) {
    const kind = kindOfId(value);
    if (kind) ids.set(kind, [...(ids.get(kind) ?? []), value]);
  }
  return ids;
}
