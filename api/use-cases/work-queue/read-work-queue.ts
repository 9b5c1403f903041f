import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { findLimitAlarms } from "#api/ledger/read/alarms.ts";
import { approvalActions } from "#api/use-cases/approvals/actions.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type WorkKind, workKinds } from "#api/use-cases/work-queue/work-kinds.ts";

/** How much of one kind waits. */
export type WorkItem = {
  kind: WorkKind;
  count: number;
  /** Since when the longest-waiting one waits; null where nothing tells. */
  oldestAt: Date | null;
  /** The one to begin with; null where there is none to open. */
  firstId: string | null;
  /** By when the first one wants an answer. */
  dueAt: Date | null;
};

/** What waits for the viewer, of the kinds it may do something about; a fixed number of statements. */
export async function readWorkQueue(deps: Deps, actor: Actor): Promise<WorkItem[]> {
  can(actor, "work:read");
  const kinds = (Object.keys(workKinds) as WorkKind[]).filter((kind) => may(actor, workKinds[kind].needs));
  const [counted, alarms] = await Promise.all([countWork(deps, actor), findLimitAlarms(deps.db, deps.clock.now())]);
  const items = [...counted, { kind: "LIMIT_ALARMS" as const, ...alarms, oldestAt: null, dueAt: null }];
  return kinds.flatMap((kind) => items.filter((item) => item.kind === kind && item.count > 0));
}

async function countWork({ db, clock }: Deps, actor: Actor): Promise<WorkItem[]> {
  const me = personOf(actor)?.id ?? "";
  const mine = Object.entries(approvalActions).filter(([, { decide }]) => may(actor, decide));
  const deciding = mine.map(([action]) => action);
  const now = clock.now();
  return db.$queryRaw<WorkItem[]>`
    SELECT kind, count(*)::int AS count, min(at) AS "oldestAt", (array_agg(id ORDER BY at, id))[1] AS "firstId", min(due_at) AS "dueAt"
    FROM (
      SELECT CASE WHEN source = 'PARTNER_FILE' THEN 'PARTNER_BREAKS' WHEN state = 'SUGGESTED' THEN 'SUGGESTIONS' ELSE 'BREAKS' END AS kind,
        id, opened_at AS at, NULL::timestamptz AS due_at
      FROM recon_item WHERE state IN ('SUGGESTED', 'BREAK', 'INVESTIGATING')
      UNION ALL SELECT 'DISPUTES_TO_PROPOSE', id, opened_at, deadline_at FROM dispute WHERE state = 'ARBITRATION'
      UNION ALL SELECT 'APPROVALS', id, requested_at, NULL FROM approval
        WHERE state = 'WAITING' AND partner_id IS NULL AND action = ANY(${deciding}) AND split_part(requested_by, ':', 2) <> ${me}
      UNION ALL SELECT 'LIMIT_OVERRIDES', id, valid_from, expires_at FROM limit_override
        WHERE revoked_at IS NULL AND valid_from <= ${now} AND expires_at > ${now}
      UNION ALL SELECT 'VELOCITY_CASES', id, opened_at, NULL FROM velocity_case WHERE state IN ('OPEN', 'TAKEN')
      UNION ALL SELECT 'OBLIGATIONS_OVERDUE', id, due_on, NULL FROM obligation WHERE state = 'OVERDUE'
      UNION ALL SELECT 'CYCLES_IN_REVIEW', id, closed_at, NULL FROM cycle WHERE state = 'IN_REVIEW'
      UNION ALL SELECT 'STATEMENTS_UNCONFIRMED', s.id, s.published_at, NULL FROM cycle c JOIN statement s ON s.cycle_id = c.id
        JOIN partner p ON p.id = s.partner_id
        WHERE c.state = 'IN_REVIEW' AND s.confirmed_at IS NULL AND s.superseded_at IS NULL AND NOT p.is_operator
      UNION ALL SELECT CASE state WHEN 'DRAFT' THEN 'PAYMENTS_TO_SUBMIT' WHEN 'PENDING_APPROVAL' THEN 'PAYMENTS_TO_APPROVE'
          ELSE 'PAYMENTS_TO_EXPORT' END, id, created_at, NULL FROM payment_instruction
        WHERE state IN ('DRAFT', 'PENDING_APPROVAL', 'APPROVED')
          AND NOT (state = 'PENDING_APPROVAL' AND ${actorRef(actor)} IN (coalesce(submitted_by, ''), coalesce(approved_by, '')))
      UNION ALL SELECT 'CLAIMS_OVERDUE', id, opened_at, deadline_at FROM claim WHERE state = 'OVERDUE'
      UNION ALL SELECT 'DELETIONS_ASKED', member_id, created_at, NULL FROM deletion_request WHERE state = 'OPEN'
      UNION ALL SELECT 'EXPORTS_FAILED', id, finished_at, NULL FROM export_job WHERE user_id = ${me} AND state = 'FAILED'
      UNION ALL SELECT 'JOBS_FAILED', NULL, oldest_at, NULL FROM failed_jobs() f, generate_series(1, f.count)
      UNION ALL SELECT 'BOOKS_BROKEN', p.id, p.proved_at, NULL
        FROM (SELECT * FROM books_proof ORDER BY proved_at DESC, id DESC LIMIT 1) p, generate_series(1, p.error_count)
    ) waiting GROUP BY kind`;
}
