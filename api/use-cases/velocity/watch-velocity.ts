import type { Actor } from "#api/kernel/actor.ts";
import { findLastEntry, findLastSettledEntry, noteVelocityEvents } from "#api/ledger/read/velocity.ts";
import type { VelocityRule } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";
import { findCrossings } from "#api/use-cases/velocity/find-crossings.ts";
import { WINDOW_HOURS_MAX } from "#api/use-cases/velocity/kinds.ts";
import { openCases } from "#api/use-cases/velocity/open-cases.ts";

const CHUNK_ENTRIES = 20_000n;
const HOUR_MS = 3_600_000;
/** As far back as a window can reach, and a day for what tills send late. */
const KEPT_MS = (WINDOW_HOURS_MAX + 24) * HOUR_MS;

/**
 * Looks at what was posted since the last time and opens a case for whoever went over a rule's limit. Each entry is
 * looked at once, whatever breaks off: what was found is kept together with how far one has come. Answers how many
 * cases it opened.
 */
export async function watchVelocity(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { db } = deps;
  await db.velocityWatermark.createMany({ data: [{ id: 1, entryOrd: 0n }], skipDuplicates: true });
  const { entryOrd } = await db.velocityWatermark.findUniqueOrThrow({ where: { id: 1 } });
  if ((await findLastEntry(db)) <= entryOrd) return 0;
  const end = await db.$transaction((tx) => findLastSettledEntry(tx));
  let opened = 0;
  for (;;) {
    const chunk = await watchChunk(deps, actor, end);
    opened += chunk.opened;
    if (chunk.isLast) break;
  }
  await db.velocityEvent.deleteMany({ where: { occurredAt: { lt: keptSince(deps) } } });
  return opened;
}

function watchChunk(deps: Deps, actor: Actor, end: bigint): Promise<{ opened: number; isLast: boolean }> {
  return deps.db.$transaction(async (tx) => {
    // Two at once would look at the same entries: the second waits and begins where the first ended.
    await tx.$executeRaw`SELECT FROM velocity_watermark WHERE id = 1 FOR UPDATE`;
    const { entryOrd: after } = await tx.velocityWatermark.findUniqueOrThrow({ where: { id: 1 } });
    if (after >= end) return { opened: 0, isLast: true };
    const upTo = end - after > CHUNK_ENTRIES ? after + CHUNK_ENTRIES : end;
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
    await tx.velocityWatermark.update({ where: { id: 1 }, data: { entryOrd: upTo } });
    return { opened, isLast: upTo === end };
  }, LONG_TRANSACTION);
}

const keptSince = ({ clock }: Deps) => new Date(clock.now().getTime() - KEPT_MS);
