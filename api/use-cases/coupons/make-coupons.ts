import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newCouponCode } from "#api/kernel/coupon-code.ts";
import { newId } from "#api/kernel/ids.ts";
import type { CouponRun, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { lockRun, moveRun } from "#api/use-cases/coupons/run-states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { leftBehind } from "#api/use-cases/left-behind.ts";
import { notify, ringPeople } from "#api/use-cases/notices/notify.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";

const CHUNK_CODES = 2_000;

/**
 * Makes or takes over the codes that were asked for, a chunk in a transaction that also says how far it is. Broken off,
 * it goes on from there; two at once take turns.
 */
export async function makeCoupons(deps: Deps, { couponRunId: id }: { couponRunId: string }): Promise<CouponRun> {
  for (;;) {
    const run = await deps.db.$transaction((tx) => makeChunk(deps, tx, id));
    deps.reach?.("coupons: chunk made");
    if (run.state !== "RUNNING") return run;
  }
}

async function makeChunk(deps: Deps, tx: Tx, id: string): Promise<CouponRun> {
  const run = await lockRun(tx, id);
  const at = deps.clock.now();
  if (run.state === "QUEUED") return moveRun(tx, systemActor, run, { event: "start", at, progressAt: at });
  if (run.state !== "RUNNING") return run;
  const done = run.made + run.skipped;
  if (done >= run.wanted) return finish(tx, run, at);
  const codes = codesFor(run, done);
  const made = await keep(tx, run, { codes, at });
  const skipped = run.kind === "IMPORT" ? codes.length - made : 0;
  const came = { made: { increment: made }, skipped: { increment: skipped }, progressAt: at };
  await ringPeople(tx, [run.userId]);
  return tx.couponRun.update({ where: { id }, data: came });
}

/** Made anew by chance, so that one that was taken already is simply made up for by the next chunk. */
function codesFor({ kind, wanted, content }: CouponRun, done: number): string[] {
  const count = Math.min(CHUNK_CODES, wanted - done);
  if (kind === "GENERATE") return [...new Set(Array.from({ length: count }, newCouponCode))];
  return (content ?? "").split("\n").slice(done, done + count);
}

/** Answers how many were new: a code is one in the whole coalition, promo codes among them. */
async function keep(
  tx: Tx,
  { poolId }: CouponRun,
  { codes, at }: { codes: readonly string[]; at: Date },
): Promise<number> {
  const promo = await tx.couponPool.findMany({
    where: { promoCode: { in: [...codes] } },
    select: { promoCode: true },
  });
  const taken = new Set(promo.map(({ promoCode }) => promoCode));
  const { count } = await tx.coupon.createMany({
    data: codes
      .filter((code) => !taken.has(code))
      .map((code) => ({ id: newId("coupon", at.getTime()), poolId, code, createdAt: at })),
    skipDuplicates: true,
  });
  return count;
}

async function finish(tx: Tx, run: CouponRun, at: Date): Promise<CouponRun> {
  const pool = await tx.couponPool.findUniqueOrThrow({ where: { id: run.poolId } });
  const href = pool.partnerId === null ? `/operator/coupons/${pool.id}` : `/partner/offers/coupons/${pool.id}`;
  const facts = { pool: storedWords(pool.name) };
  await notify(tx, { userId: run.userId, kind: "COUPONS_READY", facts, href, at });
  return moveRun(tx, systemActor, run, { event: "finish", at, finishedAt: at, content: null });
}

/** Whoever makes codes is heard of more often than this, or is gone. */
const SILENT_MS = 2 * 60_000;
const AT_ONCE_MAX = 5;

/** Goes on with what nobody has begun, and with what was left behind when a process died. */
export async function resumeCouponRuns(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const left = await deps.db.couponRun.findMany({
    where: leftBehind(deps.clock.now(), SILENT_MS),
    select: { id: true },
    orderBy: { id: "asc" },
    take: AT_ONCE_MAX,
  });
  for (const { id } of left) await makeCoupons(deps, { couponRunId: id });
  return left.length;
}
