import { type CampaignSet, type Needs, needsOf } from "#api/engine/campaign-set.ts";
import { discountsOf } from "#api/engine/effects.ts";
import type { EarnTerms, Question } from "#api/engine/evaluate.ts";
import type { Place, Receipt } from "#api/engine/purchase.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { Contract, Programme } from "#api/sql/rows.ts";
import { type FactsAsked, findPastFacts } from "#api/use-cases/campaigns/past-facts.ts";
import type { PastReceipt } from "#api/use-cases/campaigns/past-receipts.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { contractAt } from "#api/use-cases/partners/find-terms.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What the engine is asked about a receipt of the past; whoever asks knows what is left of the limits. */
export type PastQuestion = Omit<Question, "campaigns" | "room"> & { needs: Needs };

/** Questions in the order of the receipts, asked as they would have been at the till; a few statements for all. */
export async function questionsOf(
  deps: Deps,
  set: CampaignSet,
  receipts: readonly PastReceipt[],
): Promise<PastQuestion[]> {
  const programme = await findProgramme(deps);
  const { partners, locations } = await findPlaces(deps, receipts);
  const asked = receipts.map((past): FactsAsked & { terms: EarnTerms } => {
    const partner = partners.get(past.partnerId);
    const contract = partner && contractAt(partner.contracts, past.occurredAt);
    const place: Place = {
      partnerCode: partner?.code ?? "",
      locationCode: locations.get(past.locationId ?? "") ?? null,
      timeZone: programme.timeZone,
    };
    const receipt = receiptOf(past);
    const needs = needsOf(set, { receipt, memberId: past.memberId, place });
    return { receipt, place, needs, memberId: past.memberId, terms: termsOf(programme, contract ?? null) };
  });
  const facts = await findPastFacts(deps, asked);
  return asked.map(({ memberId, receipt, place, needs, terms }, nth) => ({
    receipt,
    place,
    needs,
    terms,
    member: facts[nth] ?? { memberId },
    now: receipt.occurredAt,
  }));
}

async function findPlaces({ db }: Deps, receipts: readonly PastReceipt[]) {
  const ids = [...new Set(receipts.map(({ partnerId }) => partnerId))];
  const locationIds = [...new Set(receipts.flatMap(({ locationId }) => locationId ?? []))];
  const [partners, locations] = await Promise.all([
    db.partner.findMany({ where: { id: { in: ids } }, include: { contracts: true } }),
    db.location.findMany({ where: { id: { in: locationIds } }, select: { id: true, code: true } }),
  ]);
  return {
    partners: new Map(partners.map((partner) => [partner.id, partner])),
    locations: new Map(locations.map(({ id, code }) => [id, code])),
  };
}

/** As it was before campaigns took anything off, asking what this one would have granted. */
function receiptOf({ granted, ...past }: PastReceipt): Receipt {
  const { partnerId, locationId, occurredAt, pointsSpent } = past;
  const off = discountsOf(granted, past.lines.length);
  const lines = past.lines.map((line, nth) => {
    const part = off.byLine[nth] ?? 0n;
    return { ...line, amountE6: line.amountE6 + part, discountE6: line.discountE6 - part };
  });
  const totalE6 = past.totalE6 + off.amountE6;
  const payments = off.amountE6 === 0n ? past.payments : [];
  return { partnerId, locationId, occurredAt, lines, totalE6, payments, pointsSpent, given: null };
}

function termsOf({ pointValueE6, minorDigits }: Programme, contract: Contract | null): EarnTerms {
  return {
    contractId: contract?.id ?? "",
    contractVersion: contract?.version ?? 0,
    earnBps: contract?.earnBps ?? 0,
    mayIssue: contract !== null,
    pointValueE6,
    minorUnitE6: minorUnitE6(minorDigits),
  };
}
