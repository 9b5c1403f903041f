import type { Actor } from "#api/kernel/actor.ts";
import { findLastRecorded, findLastSettled, noteVelocityEvents, type Recorded } from "#api/ledger/read/velocity.ts";
import type { VelocityRule } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";
import { findCrossings } from "#api/use-cases/velocity/find-crossings.ts";
import { WINDOW_HOURS_MAX } from "#api/use-cases/velocity/kinds.ts";
import { openCases } from "#api/use-cases/velocity/open-cases.ts";

/** Entries, and purchases. */
const CHUNK = 20_000n;
const HOUR_MS = 3_600_000;
/** As far back as a window can reach, and a day for what tills send late. */
const KEPT_MS = (WINDOW_HOURS_MAX + 24) * HOUR_MS;

/**
 * Looks at what was posted since the last time and opens a case for whoever went over a rule's limit. Each entry and
 * each purchase is looked at once, whatever breaks off: what was found is kept together with how far one has come. Answers how many
 * cases it opened.
 */
export async function watchVelocity(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db } = deps;
  await db.velocityWatermark.createMany({ data: [{ id: 1 }], skipDuplicates: true });
  const done = await db.velocityWatermark.findUniqueOrThrow({ where: { id: 1 } });
  if (hasReached(done, await findLastRecorded(db))) return 0;
  const end = await db.$transaction((tx) => findLastSettled(tx));
  let opened = 0;
  for (;;) {
    const chunk = await watchChunk(deps, actor, end);
    opened += chunk.opened;
    if (chunk.isLast) break;
  }
  await db.velocityEvent.deleteMany({ where: { occurredAt: { lt: keptSince(deps) } } });
  return opened;
}

function watchChunk(deps: Deps, actor: Actor, end: Recorded): Promise<{ opened: number; isLast: boolean }> {
  return deps.db.$transaction(async (tx) => {
    // Two at once would look at the same entries: the second waits and begins where the first ended.
    await tx.$executeRaw`SELECT FROM velocity_watermark WHERE id = 1 FOR UPDATE`;
    const after = await tx.velocityWatermark.findUniqueOrThrow({ where: { id: 1 } });
    if (hasReached(after, end)) return { opened: 0, isLast: true };
    const upTo = {
      entryOrd: chunkEnd(after.entryOrd, end.entryOrd),
      purchaseOrd: chunkEnd(after.purchaseOrd, end.purchaseOrd),
    };
    const since = keptSince(deps);
    await noteVelocityEvents(tx, { after, upTo }, since);
    const { timeZone } = await findProgramme(deps);
    const inForce = { OR: [{ validUntil: null }, { validUntil: { gt: since } }] };
    const rules: VelocityRule[] = await tx.velocityRule.findMany({ where: inForce, orderBy: { id: "asc" } });
    let opened = 0;
    for (const rule of rules) {
      // A subject may have gone over the limit in several windows; each pass finds the next of each.
      for (;;) {
        const crossings = await findCrossings(tx, rule, { after, upTo }, timeZone);
        if (crossings.length === 0) break;
        await openCases(tx, actor, { rule, crossings, at: deps.clock.now() });
        opened += crossings.length;
      }
    }
    deps.reach?.("velocity: cases opened");
    await tx.velocityWatermark.update({ where: { id: 1 }, data: upTo });
    return { opened, isLast: hasReached(upTo, end) };
  }, LONG_TRANSACTION);
}

/** As far as the end, or a chunk of the way; another may have come further already. */
function chunkEnd(after: bigint, end: bigint): bigint {
  if (after >= end) return after;
  return end - after > CHUNK ? after + CHUNK : end;
}

const hasReached = (done: Recorded, end: Recorded) =>
  done.entryOrd >= end.entryOrd && done.purchaseOrd >= end.purchaseOrd;

const keptSince = ({ clock }: Deps) => new Date(clock.now().getTime() - KEPT_MS);
