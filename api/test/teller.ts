import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Deed, Movement, Place } from "#api/ledger/movements.ts";
import type { TestPartner, World } from "#api/test/world.ts";

/** What of a deed is told; the rest is the same for all. */
type Told = Partial<Pick<Deed, "purchase" | "purchaseReturn" | "occurredAt" | "counts">> & { at?: TestPartner };

/** Posts movements as one deed, now. */
export function teller({ deps, clock }: Pick<World, "deps" | "clock">) {
  return ({ at, ...told }: Told, ...movements: Movement[]) =>
    deps.ledger.post({
      kind: "tell",
      actor: systemActor,
      owner: "system",
      key: newId("deed"),
      fingerprint: "",
      occurredAt: clock.now(),
      place: at ? placeOf(at) : null,
      movements,
      ...told,
    });
}

const placeOf = ({ id, locationId, terminalId }: TestPartner): Place => ({ partnerId: id, locationId, terminalId });

export const day = (text: string) => new Date(`${text}T12:00:00Z`);

const termsOf = ({ id: issuerId, funding }: TestPartner) => ({
  issuerId,
  funding,
  issueRateE6: 10_000n,
  fundedRateE6: funding === "ON_ISSUE" ? 10_000n : 0n,
});

export const earn = (issuer: TestPartner, memberId: string, points: bigint, purchaseId: string | null = null) => ({
  kind: "earn" as const,
  memberId,
  points,
  terms: termsOf(issuer),
  maturesAt: null as Date | null,
  expiresAt: day("2028-03-31"),
  purchaseId,
});

export const reserve = (redeemer: TestPartner, memberId: string, points: bigint) => ({
  kind: "reserve" as const,
  burnId: newId("burn"),
  memberId,
  redeemerId: redeemer.id,
  points,
  expiresAt: day("2026-04-01"),
  purchaseId: null as string | null,
});
