import { progress } from "#api/bench/progress.ts";
import type { Pool } from "#api/sql/client.ts";

/** Each member has a lot that is due a day early, and so many more that are due on the day. */
export type DueSize = { partners: number; members: number; lotsEach: number };

/** The day on which most lots become spendable, and the one on which they lapse. */
export const maturesAt = new Date("2026-01-15T00:00:00Z");
export const expiresAt = new Date("2026-01-31T00:00:00Z");
export const dayBefore = (day: Date) => new Date(day.getTime() - 86_400_000);

const CHUNK_LOTS = 5_000;

/**
 * Lots that wait for their day, earned by members in no order and so lying about as they do in life: no member's lots
 * are neighbours. A fifth of the issuers pay when points become spendable. Written in bulk, under every guard.
 */
export async function layDueLots(pool: Pool, size: DueSize): Promise<void> {
  const { partners, members, lotsEach } = size;
  await pool.query(dueSql);
  const lots = members * (1 + lotsEach);
  for (let from = 0; from < lots; from += CHUNK_LOTS) {
    const until = Math.min(from + CHUNK_LOTS, lots);
    const values = [from, until, partners, members, maturesAt, expiresAt];
    await pool.query("SELECT bench_due($1, $2, $3, $4, $5, $6)", values);
    progress(`laying ${lots} lots`, until, lots);
  }
  const client = await pool.connect();
  await client.query("SET statement_timeout = 0");
  await client.query("VACUUM ANALYZE").finally(() => client.release(true));
}

const dueSql = `
CREATE FUNCTION bench_due(p_from int, p_until int, p_partners int, p_members int, p_matures timestamptz, p_expires timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE due ON COMMIT DROP AS
  -- 7,919 is prime: each round meets every member once, in an order of its own.
  SELECT k, bench_id('mem', (k::bigint * 7919 + k / p_members) % p_members) AS member,
    CASE WHEN k < p_members THEN interval '1 day' ELSE interval '0' END AS early,
    bench_id('ptn', 1 + (k * 7) % p_partners) AS issuer, (1 + (k * 7) % p_partners) % 5 = 0 AS on_issue,
    (50 + k % 150)::bigint AS points, 10033::bigint AS price, bench_id('lot', k) AS lot, bench_id('pur', k) AS purchase,
    '2026-01-01Z'::timestamptz AS at
  FROM generate_series(p_from, p_until - 1) k;
  INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
  SELECT bench_id('ded', k), issuer, 'due ' || k, '', 'bench', 'system', at FROM due;
  INSERT INTO lot (id, member_id, issuer_id, original, pending, issue_rate_e6, funded_rate_e6, funding, earned_at, matures_at,
    expires_at, root_lot_id, purchase_id)
  SELECT lot, member, issuer, points, points, price, CASE WHEN on_issue THEN price ELSE 0 END,
    (CASE WHEN on_issue THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, at, p_matures - early, p_expires - early, lot, purchase FROM due;
  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id, purchase_id)
  SELECT bench_id('ent', k), bench_id('ded', k), 'EARN', at, at, bench_id('cyc', 1), bench_id('cyc', 1), issuer, member, purchase FROM due ORDER BY k;
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, cycle_id)
  SELECT bench_id('ent', k), n, (ARRAY['ISSUED', 'PENDING'])[n + 1]::account_kind, (ARRAY[issuer, member])[n + 1], 'PTS',
    (ARRAY[points, -points])[n + 1], lot, bench_id('cyc', 1) FROM due, generate_series(0, 1) n;
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  SELECT member, w.version + row_number() OVER mine, bench_id('ent', k), points, 0, 0, 0, 0, w.pending + sum(points) OVER mine
  FROM due JOIN wallet w ON w.member_id = member WINDOW mine AS (PARTITION BY member ORDER BY k);
  UPDATE wallet w SET version = w.version + s.earned, pending = w.pending + s.points
  FROM (SELECT member, count(*) AS earned, sum(points) AS points FROM due GROUP BY 1) s WHERE w.member_id = s.member;
  UPDATE exposure e SET outstanding_e6 = e.outstanding_e6 + s.e6
  FROM (SELECT issuer, sum(points * price) AS e6 FROM due WHERE NOT on_issue GROUP BY 1) s WHERE e.partner_id = s.issuer;
END $$`;
