import { benchId, layCoalition } from "#api/bench/month/load.ts";
import type { Pool } from "#api/sql/client.ts";

const CHUNK_STORIES = 5_000;

/**
 * One partner's month: each story is a receipt on which points were earned, and points spent under a key. Answers the
 * partner's own file of it, two rows to a story: each fiftieth row has other points, each hundredth was never sent to
 * the hub, and each hundredth receipt is missing.
 */
export async function layPartnersMonth(pool: Pool, stories: number): Promise<{ partnerId: string; content: string }> {
  const members = Math.ceil(stories / 10);
  await layCoalition(pool, { partners: 1, members });
  for (let from = 0; from < stories; from += CHUNK_STORIES) {
    const until = Math.min(from + CHUNK_STORIES, stories);
    await pool.query("SELECT bench_stories($1, $2, 1, $3, $4)", [from, until, members, stories + members]);
  }
  await pool.query(receiptsSql);
  await pool.query("ANALYZE");
  const { rows } = await pool.query<{ row: string }>(fileSql);
  return {
    partnerId: benchId("ptn", 1),
    content: ["client_ref,event,occurred_at,points,amount", ...rows.map(({ row }) => row)].join("\n"),
  };
}

const receiptsSql = `
INSERT INTO purchase (id, deed_id, partner_id, member_id, receipt_number, business_date, occurred_at, recorded_at, total_e6, paid_e6,
  points_earned, points_spent, lines, payments, explanation)
SELECT 'pur' || substr(e.deed_id, 4), e.deed_id, e.partner_id, e.member_id, 'R-' || e.ord, (e.occurred_at AT TIME ZONE 'UTC')::date,
  e.occurred_at, e.occurred_at, l.amount * 1000000, l.amount * 1000000, l.amount, 0, '[]', '[]', '{}'
FROM entry e JOIN line l ON l.entry_id = e.id AND l.account = 'ISSUED' WHERE e.event = 'EARN'`;

const fileSql = `
SELECT format('%s,%s,%s,%s,%s', CASE WHEN n % 100 = 7 THEN ref || '-offline' ELSE ref END, event,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MSZ'), CASE WHEN n % 50 = 3 THEN points + 1 ELSE points END, amount) AS row
FROM (
  SELECT row_number() OVER (ORDER BY at, ref) AS n, * FROM (
    SELECT receipt_number AS ref, 'EARN' AS event, occurred_at AS at, points_earned AS points, (points_earned || '.00') AS amount
    FROM purchase WHERE right(receipt_number, 2) <> '00'
    UNION ALL SELECT d.key, 'REDEMPTION', b.captured_at, b.captured, '' FROM burn b JOIN deed d ON d.id = b.deed_id) sides) numbered
ORDER BY n`;
