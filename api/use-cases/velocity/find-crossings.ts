import type { RecordedSpan } from "#api/ledger/read/velocity.ts";
import type { Tx, VelocityRule, VelocitySubject } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** A subject over a rule's limit within [from, until). */
export type Crossing = { subjectId: string; windowFrom: Date; windowUntil: Date; value: bigint };

const subjectColumns: Record<VelocitySubject, Sql> = {
  MEMBER: sql`v.member_id`,
  TERMINAL: sql`v.terminal_id`,
  LOCATION: sql`v.location_id`,
  PARTNER: sql`v.partner_id`,
};

/** Per subject that did something in this span, the first window over the limit that no case is open or was closed about. */
export function findCrossings(tx: Tx, rule: VelocityRule, span: RecordedSpan, timeZone: string): Promise<Crossing[]> {
  const order = rule.kind === "RECEIPTS" ? "purchaseOrd" : "entryOrd";
  return tx.$queryRaw<Crossing[]>`
    WITH fresh AS (
      SELECT ${subjectColumns[rule.subject]} AS subject_id, min(v.occurred_at) AS first_at, max(v.occurred_at) AS last_at
      FROM velocity_event v
      WHERE v.ord > ${span.after[order]} AND v.ord <= ${span.upTo[order]} AND ${isCounted(rule)}
        AND ${subjectColumns[rule.subject]} IS NOT NULL
      GROUP BY 1
    ), counted (subject_id, window_from, window_until, value) AS (${windowsOf(rule, timeZone)})
    SELECT DISTINCT ON (c.subject_id) c.subject_id AS "subjectId", c.window_from AS "windowFrom",
      c.window_until AS "windowUntil", c.value::bigint AS value
    FROM counted c
    WHERE c.value > ${rule.limit} AND NOT EXISTS (
      SELECT FROM velocity_case k WHERE k.rule_id = ${rule.id} AND k.subject_id = c.subject_id
        AND k.window_from < c.window_until AND k.window_until > c.window_from)
    ORDER BY c.subject_id, c.window_from`;
}

/** What the rule counts, as long as it is in force. */
function isCounted(rule: VelocityRule): Sql {
  const { kind, validFrom, validUntil } = rule;
  const counted =
    kind === "EXCLUDED_PAIR"
      ? isOfPair(rule)
      : sql`v.kind = ${kind === "FIRST_REDEMPTION_AFTER_ENROLMENT" ? "POINTS_REDEEMED" : kind}::velocity_kind`;
  const before = validUntil === null ? sql`true` : sql`v.occurred_at < ${validUntil}`;
  return sql`${counted} AND v.occurred_at >= ${validFrom} AND ${before}`;
}

/** The windows that something fresh lies in, with all that was counted in each. */
function windowsOf(rule: VelocityRule, timeZone: string): Sql {
  if (rule.kind === "FIRST_REDEMPTION_AFTER_ENROLMENT") return sinceEnrolment(rule, timeZone);
  if (rule.kind === "EXCLUDED_PAIR") return daysOfPair(rule, timeZone);
  return rule.windowHours === null ? businessDays(rule, timeZone) : slidingHours(rule, rule.windowHours);
}

/** A window begins with every event. Instants are whole milliseconds: one less than the hours leaves the end out. */
function slidingHours(rule: VelocityRule, hours: number): Sql {
  const subject = subjectColumns[rule.subject];
  return sql`
    SELECT ${subject}, v.occurred_at, v.occurred_at + make_interval(hours => ${hours}::int),
      sum(v.amount) OVER (PARTITION BY ${subject} ORDER BY v.occurred_at
        RANGE BETWEEN CURRENT ROW AND make_interval(hours => ${hours}::int) - interval '1 millisecond' FOLLOWING)
    FROM fresh f JOIN velocity_event v ON ${subject} = f.subject_id AND ${isCounted(rule)}
      AND v.occurred_at > f.first_at - make_interval(hours => ${hours}::int)
      AND v.occurred_at < f.last_at + make_interval(hours => ${hours}::int)`;
}

/** From midnight to midnight in the programme's zone. */
function businessDays(rule: VelocityRule, timeZone: string): Sql {
  const subject = subjectColumns[rule.subject];
  return sql`
    SELECT ${subject}, ${midnight(sql`v.occurred_at`, timeZone, 0)} AS day, ${midnight(sql`v.occurred_at`, timeZone, 1)}, sum(v.amount)
    FROM fresh f JOIN velocity_event v ON ${subject} = f.subject_id AND ${isCounted(rule)}
      AND v.occurred_at >= ${midnight(sql`f.first_at`, timeZone, 0)} AND v.occurred_at < ${midnight(sql`f.last_at`, timeZone, 1)}
    GROUP BY 1, 2, 3`;
}

/** Earned at the one, or redeemed at the other. */
export const isOfPair = ({ earnedAtId, redeemedAtId }: Pick<VelocityRule, "earnedAtId" | "redeemedAtId">): Sql => sql`
  (v.kind = 'POINTS_EARNED' AND v.partner_id = ${earnedAtId} OR v.kind = 'POINTS_REDEEMED' AND v.partner_id = ${redeemedAtId})`;

/** By business day: what was redeemed at the one after something was earned at the other. */
function daysOfPair(rule: VelocityRule, timeZone: string): Sql {
  return sql`
    SELECT e.member_id, e.day, e.day_after, sum(e.amount) FILTER (WHERE e.kind = 'POINTS_REDEEMED' AND e.occurred_at >= e.earned_at)
    FROM (
      SELECT v.member_id, v.kind, v.amount, v.occurred_at, d.day, d.day_after,
        min(v.occurred_at) FILTER (WHERE v.kind = 'POINTS_EARNED') OVER (PARTITION BY v.member_id, d.day) AS earned_at
      FROM fresh f JOIN velocity_event v ON v.member_id = f.subject_id AND ${isCounted(rule)}
        AND v.occurred_at >= ${midnight(sql`f.first_at`, timeZone, 0)} AND v.occurred_at < ${midnight(sql`f.last_at`, timeZone, 1)}
      CROSS JOIN LATERAL (SELECT ${midnight(sql`v.occurred_at`, timeZone, 0)} AS day, ${midnight(sql`v.occurred_at`, timeZone, 1)} AS day_after) d) e
    GROUP BY 1, 2, 3`;
}

/** One window per member; it begins with the enrolment. */
function sinceEnrolment(rule: VelocityRule, timeZone: string): Sql {
  const until =
    rule.windowHours === null
      ? midnight(sql`m.enrolled_at`, timeZone, 1)
      : sql`m.enrolled_at + make_interval(hours => ${rule.windowHours}::int)`;
  return sql`
    SELECT m.id, m.enrolled_at, ${until}, sum(v.amount)
    FROM fresh f JOIN member m ON m.id = f.subject_id JOIN velocity_event v ON v.member_id = m.id AND ${isCounted(rule)}
      AND v.occurred_at >= m.enrolled_at AND v.occurred_at < ${until}
    GROUP BY m.id`;
}

function midnight(instant: Sql, timeZone: string, daysLater: number): Sql {
  return sql`(date_trunc('day', ${instant} AT TIME ZONE ${timeZone}::text) + make_interval(days => ${daysLater}::int)) AT TIME ZONE ${timeZone}::text`;
}
