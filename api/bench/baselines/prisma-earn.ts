import type { Earn } from "#api/bench/baselines/earn.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Db } from "#api/sql/client.ts";

/** The natural code: read what is needed, decide, write row by row, in one interactive transaction. */
export async function earnWithPrisma(
  db: Db,
  { n, memberId, issuerId, points, issueRateE6, at }: Earn,
): Promise<string> {
  return db.$transaction(
    async (tx) => {
      const key = { owner: issuerId, key: `prisma ${n}` };
      const known = await tx.deed.findUnique({ where: { owner_key: key } });
      if (known) return known.id;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(cycle_lock_key())`;
      const cycle = await tx.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
      const [wallet] = await tx.$queryRaw<{ version: bigint; available: bigint; pending: bigint }[]>`
        SELECT version, available, pending FROM wallet WHERE member_id = ${memberId} FOR UPDATE`;
      if (!wallet) throw new Error(`no wallet for ${memberId}`);
      const deed = { id: newId("deed"), fingerprint: "", kind: "bench", actor: "system", postedAt: at };
      await tx.deed.create({ data: { ...deed, ...key } });
      const lot = { id: newId("lot"), memberId, issuerId, original: points, available: points, issueRateE6 };
      const dates = { earnedAt: at, availableAt: at };
      await tx.lot.create({ data: { ...lot, ...dates, funding: "ON_BURN", fundedRateE6: 0n, rootLotId: lot.id } });
      const where = { cycleId: cycle.id, originCycleId: cycle.id, partnerId: issuerId, memberId };
      const entry = { id: newId("entry"), deedId: deed.id, event: "EARN", occurredAt: at, postedAt: at };
      await tx.entry.create({ data: { ...entry, ...where } });
      const line = { entryId: entry.id, unit: "PTS", lotId: lot.id, cycleId: cycle.id };
      await tx.line.createMany({
        data: [
          { ...line, seq: 0, account: "ISSUED", ownerId: issuerId, amount: points },
          { ...line, seq: 1, account: "AVAIL", ownerId: memberId, amount: -points },
        ],
      });
      const version = wallet.version + 1n;
      const after = { availableAfter: wallet.available + points, pendingAfter: wallet.pending };
      const change = { pending: 0n, available: points, reserved: 0n, debt: 0n };
      await tx.walletChange.create({ data: { memberId, version, entryId: entry.id, ...change, ...after } });
      await tx.wallet.update({ where: { memberId }, data: { version, available: { increment: points } } });
      const exposure = await tx.exposure.update({
        where: { partnerId: issuerId },
        data: { outstandingE6: { increment: points * issueRateE6 } },
      });
      if (exposure.limitE6 !== null && exposure.outstandingE6 > exposure.limitE6) throw new Error("over the limit");
      await tx.$executeRaw`SELECT pg_notify('doorbell', ${JSON.stringify({ members: [memberId], partners: [issuerId] })})`;
      return deed.id;
    },
    { maxWait: 60_000, timeout: 60_000 },
  );
}
