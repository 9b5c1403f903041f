import { moneyOf, type Redeem, takeFrom } from "#api/bench/baselines/redeem.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Db } from "#api/sql/client.ts";

/** The natural code: lock the wallet, read the lots, decide, write row by row, in one interactive transaction. */
export async function redeemWithPrisma(db: Db, redeem: Redeem): Promise<void> {
  const { n, memberId, redeemerId, points, redeemRateE6, at } = redeem;
  await db.$transaction(
    async (tx) => {
      const key = { owner: redeemerId, key: `prisma ${n}` };
      if (await tx.deed.findUnique({ where: { owner_key: key } })) return;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(cycle_lock_key())`;
      const cycle = await tx.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
      const [wallet] = await tx.$queryRaw<{ version: bigint; available: bigint }[]>`
        SELECT version, available FROM wallet WHERE member_id = ${memberId} FOR UPDATE`;
      if (!wallet || wallet.available < points) throw new Error("not enough points");
      const order = [{ expiresAt: "asc" }, { availableAt: "asc" }, { id: "asc" }] as const;
      const lots = await tx.lot.findMany({ where: { memberId, available: { gt: 0n } }, orderBy: [...order] });
      const taken = takeFrom(lots, points);
      const { charges, credit, margin } = moneyOf(taken, redeem);

      const deedId = newId("deed");
      const deed = { id: deedId, fingerprint: "", kind: "bench", actor: "system", postedAt: at };
      await tx.deed.create({ data: { ...deed, ...key } });
      const burn = { id: newId("burn"), memberId, redeemerId, deedId, state: "CAPTURED", reserved: points } as const;
      const captured = {
        captured: points,
        redeemRateE6,
        reservedAt: at,
        expiresAt: at,
        capturedAt: at,
        cycleId: cycle.id,
      };
      await tx.burn.create({ data: { ...burn, ...captured } });
      for (const [seq, { lot, points: used }] of taken.entries()) {
        const slice = { burnId: burn.id, seq, lotId: lot.id, issuerId: lot.issuerId, issueRateE6: lot.issueRateE6 };
        await tx.burnSlice.create({
          data: { ...slice, funding: "ON_BURN", fundedRateE6: 0n, pinned: used, points: used },
        });
        await tx.lot.update({ where: { id: lot.id }, data: { available: { decrement: used } } });
      }
      const entry = { deedId, occurredAt: at, postedAt: at, cycleId: cycle.id, originCycleId: cycle.id, memberId };
      const about = { partnerId: redeemerId, burnId: burn.id };
      const [reserveId, captureId] = [newId("entry"), newId("entry")];
      await tx.entry.create({ data: { id: reserveId, event: "RESERVE", ...entry, ...about } });
      await tx.entry.create({ data: { id: captureId, event: "CAPTURE", ...entry, ...about } });
      const pts = { unit: "PTS", cycleId: cycle.id };
      const eur = { unit: "EUR", cycleId: cycle.id, lotId: null };
      await tx.line.createMany({
        data: taken.flatMap(({ lot, points: used }, i) => [
          { ...pts, entryId: reserveId, seq: 2 * i, account: "AVAIL", ownerId: memberId, amount: used, lotId: lot.id },
          {
            ...pts,
            entryId: reserveId,
            seq: 2 * i + 1,
            account: "RESERVED",
            ownerId: memberId,
            amount: -used,
            lotId: lot.id,
          },
        ]),
      });
      const lines = [
        ...taken.flatMap(({ lot, points: used }) => [
          { ...pts, account: "RESERVED" as const, ownerId: memberId, amount: used, lotId: lot.id },
          { ...pts, account: "REDEEMED" as const, ownerId: redeemerId, amount: -used, lotId: lot.id },
        ]),
        ...charges.map(({ partnerId, e6 }) => ({
          ...eur,
          account: "POSITION" as const,
          ownerId: partnerId,
          amount: e6,
          section: "ISSUER_CHARGE",
        })),
        { ...eur, account: "POSITION" as const, ownerId: redeemerId, amount: -credit.e6, section: "REDEEMER_CREDIT" },
        { ...eur, account: "MARGIN" as const, ownerId: "", amount: -margin },
      ];
      await tx.line.createMany({ data: lines.map((line, seq) => ({ ...line, entryId: captureId, seq })) });
      const rest = { pending: 0n, debt: 0n, availableAfter: wallet.available - points, pendingAfter: 0n };
      await tx.walletChange.createMany({
        data: [
          { memberId, version: wallet.version + 1n, entryId: reserveId, available: -points, reserved: points, ...rest },
          { memberId, version: wallet.version + 2n, entryId: captureId, available: 0n, reserved: -points, ...rest },
        ],
      });
      await tx.wallet.update({
        where: { memberId },
        data: { version: wallet.version + 2n, available: { decrement: points } },
      });
      // In one order, or two redemptions could wait for each other.
      const moves = [
        ...charges.map(({ partnerId, e6 }) => ({ partnerId, positionE6: e6, outstandingE6: -e6 })),
        { partnerId: redeemerId, positionE6: -credit.e6, outstandingE6: 0n },
      ].sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
      for (const { partnerId, positionE6, outstandingE6 } of moves) {
        const data = { positionE6: { increment: positionE6 }, outstandingE6: { increment: outstandingE6 } };
        await tx.exposure.update({ where: { partnerId }, data });
      }
      await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ members: [memberId], partners: [redeemerId] })})`;
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
}
