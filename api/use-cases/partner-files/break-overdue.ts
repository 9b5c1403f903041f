import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay, partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { runComparison } from "#api/use-cases/partner-files/run-comparison.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

const DAY_MS = 86_400_000;
const CHUNK_ITEMS = 5_000;

/**
 * What the other side has not brought within the programme's days is a break. Files are compared once more before, for
 * it may have turned up. Answers how many items broke.
 */
export async function breakOverdue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const { reconWindowDays } = await findProgramme(deps);
  const at = deps.clock.now();
  const limit = new Date(at.getTime() - reconWindowDays * DAY_MS);
  const waiting = { source: "PARTNER_FILE", state: "NEW", openedAt: { lte: limit } } as const;
  const files = await deps.db.reconItem.findMany({ where: waiting, distinct: ["fileId"], select: { fileId: true } });
  let broken = 0;
  for (const { fileId } of files) {
    if (!fileId) continue;
    await comparePartnerFile(deps, actor, { fileId });
    await runComparison(deps, actor, { fileId });
    broken += await breakItems(deps, actor, { fileId, limit, at });
  }
  return broken;
}

type Overdue = { fileId: string; limit: Date; at: Date };

async function breakItems(deps: Deps, actor: Actor, overdue: Overdue): Promise<number> {
  const broken = await breakChunk(deps, actor, overdue);
  return broken < CHUNK_ITEMS ? broken : broken + (await breakItems(deps, actor, overdue));
}

function breakChunk({ db }: Deps, actor: Actor, overdue: Overdue): Promise<number> {
  return db.$transaction(async (tx) => {
    const broken = await putBroken(tx, actor, overdue);
    if (broken > 0) await tellBroken(tx, overdue, broken);
    return broken;
  });
}

function putBroken(tx: Tx, actor: Actor, { fileId, limit, at }: Overdue): Promise<number> {
  return tx.$executeRaw`
    WITH due AS (
      SELECT id FROM recon_item WHERE file_id = ${fileId} AND source = 'PARTNER_FILE' AND state = 'NEW'
        AND opened_at <= ${limit}::timestamptz ORDER BY id LIMIT ${CHUNK_ITEMS} FOR UPDATE
    ), broken AS (UPDATE recon_item i SET state = 'BREAK' FROM due WHERE i.id = due.id RETURNING i.id)
    INSERT INTO transition (id, object, object_id, "from", "to", actor, reason, at)
    SELECT 'trn_' || upper(left(replace(gen_random_uuid()::text, '-', ''), 26)), 'reconciliation item', id, 'NEW', 'BREAK',
      ${actorRef(actor)}, 'Its time to turn up is over', ${at}::timestamptz FROM broken`;
}

/** Both desks look into it: whoever works on breaks at the operator's, and whoever sends files at the partner's. */
async function tellBroken(tx: Tx, { fileId, at }: Overdue, broken: number): Promise<void> {
  const { partnerId, name: file } = await tx.partnerFile.findUniqueOrThrow({ where: { id: fileId } });
  const { name: partner } = await tx.partner.findUniqueOrThrow({ where: { id: partnerId } });
  const count = String(broken);
  const news = { kind: "BREAKS_FOUND", at } as const;
  const desk = { partnerId: null, roles: operatorsWhoMay("partnerFile:resolve") };
  await notifyStaff(tx, desk, {
    ...news,
    facts: { count, partner, file },
    href: "/operator/reconciliation/partner-files",
  });
  const house = { partnerId, roles: partnersWhoMay("partnerFile:upload") };
  await notifyStaff(tx, house, { ...news, facts: { count, file }, href: `/partner/reconciliation/${fileId}` });
}
