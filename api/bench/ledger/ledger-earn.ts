import type { Earn } from "#api/bench/baselines/earn.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { Ledger, Posted } from "#api/ledger/movements.ts";

/** The same through the one door of the ledger: what the baselines stand beside. */
export function earnWithLedger(
  ledger: Ledger,
  { n, memberId, issuerId, points, issueRateE6, at }: Earn,
): Promise<Posted> {
  const terms = { issuerId, funding: "ON_BURN", issueRateE6, fundedRateE6: 0n } as const;
  return ledger.post({
    kind: "bench",
    actor: systemActor,
    owner: issuerId,
    key: `ledger ${n}`,
    fingerprint: "",
    occurredAt: at,
    place: { partnerId: issuerId, locationId: null, terminalId: null },
    movements: [{ kind: "earn", memberId, points, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
  });
}
