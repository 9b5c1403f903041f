import { benchId } from "#api/bench/month/load.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { Ledger } from "#api/ledger/movements.ts";

type Tills = { ledger: Ledger; at: Date; partners: number; members: number };
type Stint = { perSecond: number; seconds: number };

const IN_FLIGHT = 64;
let keys = 0;

/** Tills that earn points for anybody at anybody's, as fast as they are answered, until told to stop. */
export function startTills({ ledger, at, partners, members }: Tills): { stop(): Promise<Stint> } {
  const began = performance.now();
  let isOver = false;
  let earned = 0;
  const tills = Array.from({ length: IN_FLIGHT }, async () => {
    while (!isOver) {
      const issuerId = benchId("ptn", 1 + Math.floor(Math.random() * partners));
      const memberId = benchId("mem", Math.floor(Math.random() * members));
      const terms = { issuerId, funding: "ON_BURN", issueRateE6: 10_033n, fundedRateE6: 0n } as const;
      await ledger.post({
        ...{
          kind: "bench",
          actor: systemActor,
          owner: issuerId,
          key: `till ${keys++}`,
          fingerprint: "",
          occurredAt: at,
        },
        place: { partnerId: issuerId, locationId: null, terminalId: null },
        movements: [{ kind: "earn", memberId, points: 10n, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
      });
      earned += 1;
    }
  });
  return {
    stop: async () => {
      const seconds = (performance.now() - began) / 1000;
      const stint = { perSecond: earned / seconds, seconds };
      isOver = true;
      await Promise.all(tills);
      return stint;
    },
  };
}
