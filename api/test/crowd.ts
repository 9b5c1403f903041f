import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import { addLegalEntity } from "#api/use-cases/partners/add-legal-entity.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

export type Crowd = World & { phone: string };

const day = (month: number) => new Date(Date.UTC(2026, month - 1, 2, 12));

/** A coalition with `size` of everything that a list can show, over `months` settled cycles and the open one. */
export async function crowd({ size, months }: { size: number; months: number }): Promise<Crowd> {
  const w = await world({ at: day(3), ana: { points: 10_000n } });
  const phone = "+375291000001";
  await addIdentifier(w.deps, w.grocer.till, { memberId: w.ana.id, kind: "PHONE", value: phone });
  const partners = [w.fuel, w.pharmacy, ...(await morePartners(w, size))];
  for (let i = 0; i < Math.min(size, 8); i += 1) {
    await issueCard(w.deps, w.grocer.till, {
      memberId: w.ana.id,
      form: "ELECTRONIC",
      idempotencyKey: `card-of-ana-${i}`,
    });
  }
  const visits = Math.ceil(size / months);
  for (let month = 0; month <= months; month += 1) {
    if (month > 0) await closeAt(w, 3 + month);
    for (let i = 0; i < visits; i += 1) {
      const n = month * visits + i;
      await visit(w, partners[n % partners.length] ?? w.fuel, phone, n);
    }
  }
  return { ...w, phone };
}

/** Ana buys at one partner and spends there, at Grocer too, brings something back, and an operator corrects. */
async function visit({ deps, operator, grocer, ana }: World, at: TestPartner, phone: string, i: number): Promise<void> {
  const member = { kind: "PHONE", value: phone } as const;
  const key = (deed: string) => `visit-${String(i).padStart(6, "0")}-${deed}`;
  for (const partner of [at, grocer]) {
    const name = partner.id.slice(-6);
    const bought = await recordPurchase(deps, partner.till, {
      member,
      totalE6: 20_000_000n,
      lines: [{ amountE6: 15_000_000n }, { amountE6: 5_000_000n }],
      receiptNumber: `R${i}`,
      idempotencyKey: key(`buys-${name}`),
    });
    await redeemPoints(deps, partner.till, { member, points: 2n, idempotencyKey: key(`spends-${name}`) });
    await returnPurchase(deps, partner.till, {
      purchase: { purchaseId: bought.purchase.id },
      lines: [{ seq: 2, quantityMilli: 1_000n }],
      receiptNumber: `S${i}`,
      idempotencyKey: key(`returns-${name}`),
    });
  }
  const lot = await deps.db.lot.findFirstOrThrow({ where: { memberId: ana.id, available: { gt: 0n } } });
  const correction = { memberId: ana.id, points: 1n, takeFromLotId: lot.id, reason: "Correction" };
  await adjustPoints(deps, operator, { ...correction, idempotencyKey: key("correction") });
}

async function closeAt({ deps, clock, operator }: World, month: number): Promise<void> {
  clock.set(day(month));
  const { id: cycleId } = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  await closeCycle(deps, systemActor, { cycleId, reason: "Month end", idempotencyKey: `close ${cycleId}` });
  const { state } = await deps.db.cycle.findUniqueOrThrow({ where: { id: cycleId } });
  // A month without trade is settled by itself.
  if (state === "IN_REVIEW") await approveCycle(deps, operator, { cycleId });
}

async function morePartners(w: World, size: number): Promise<TestPartner[]> {
  const { deps, grocer } = w;
  const partners: TestPartner[] = [];
  for (let i = 2; i < size; i += 1) partners.push(await onePartner(w, i));
  const company = { name: "Company", country: "BY", address: "Street 1" };
  for (let i = 0; i < size; i += 1) {
    const numbered = { taxNumber: String(100_000_000 + i), idempotencyKey: `company-number-${i}` };
    await addLegalEntity(deps, grocer.finance, { partnerId: grocer.id, ...company, ...numbered });
  }
  return partners;
}

async function onePartner({ deps, operator, grocer }: World, i: number): Promise<TestPartner> {
  const named = { code: `P${i}`, name: `Partner ${i}`, category: "cafe" };
  const { id } = await createPartner(deps, operator, { ...named, idempotencyKey: `partner-number-${i}` });
  await deps.db.partner.update({ where: { id }, data: { status: "ACTIVE" } });
  const template = await deps.db.contract.findFirstOrThrow({ where: { partnerId: grocer.id } });
  await deps.db.contract.create({ data: { ...template, id: newId("contract"), partnerId: id } });
  const [locationId, terminalId] = [newId("location"), newId("terminal")];
  await deps.db.location.create({ data: { id: locationId, partnerId: id, code: "1", name: `Outlet ${i}` } });
  await deps.db.terminal.create({ data: { id: terminalId, partnerId: id, locationId, code: "1" } });
  const till = { ...grocer.till, id: newId("apiKey"), partnerId: id, terminalId } as Actor;
  const finance = { ...grocer.finance, partnerId: id } as Actor;
  return { ...grocer, id, locationId, terminalId, till, finance };
}
