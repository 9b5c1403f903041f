import type { Pool } from "#api/sql/client.ts";

/** How big the month is. A story is an earn, and the reservation and capture that spend it: three points movements. */
export type MonthSize = { partners: number; members: number; stories: number };

const CHUNK_STORIES = 2_000;
/** Two at a time where a chunk's members are not the next one's: a member's stories come one after the other. */
const LANES = 2;

/**
 * Writes a month of a coalition in bulk, under every guard of the database: partners that pay on burn and (each fifth)
 * on issue, prices with odd millionths so that every net leaves a remainder, points earned at one partner and spent at
 * another. The last story of each member stays unspent.
 */
export async function loadMonth(pool: Pool, size: MonthSize, tell: (done: number) => void): Promise<void> {
  await layCoalition(pool, size);
  const next = { from: 0, done: 0 };
  const lane = async () => {
    for (let from = next.from; from < size.stories; from = next.from) {
      const until = Math.min(from + CHUNK_STORIES, size.stories);
      next.from = until;
      const values = [from, until, size.partners, size.members, size.stories];
      await pool.query("SELECT bench_stories($1, $2, $3, $4, $5)", values);
      next.done += until - from;
      tell(next.done);
    }
  };
  const lanes = size.members > 2 * LANES * CHUNK_STORIES ? LANES : 1;
  await Promise.all(Array.from({ length: lanes }, lane));
  await vacuum(pool);
}

/** However long it takes: the pool's time-out is for what people wait for. */
async function vacuum(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query("VACUUM ANALYZE");
    await client.query("RESET statement_timeout");
  } finally {
    client.release();
  }
}

/** Partners, members and one open cycle; nobody has points. */
export async function layCoalition(pool: Pool, { partners, members }: Omit<MonthSize, "stories">): Promise<void> {
  await pool.query(coalitionSql);
  await pool.query("SELECT bench_lay($1, $2)", [partners, members]);
  await vacuum(pool);
}

type Days = Omit<MonthSize, "stories"> & { daysEach: number; today: string };

const CHUNK_DAYS = 50_000;

/** Days of shopping in the year up to `today`, spread over members and partners; a third come to the same partner again. */
export async function layDays(pool: Pool, { partners, members, daysEach, today }: Days): Promise<void> {
  for (let from = 0; from < members; from += CHUNK_DAYS) {
    await pool.query(
      `INSERT INTO member_day (member_id, partner_id, day, spend_e6, visits, points)
       SELECT bench_id('mem', m), bench_id('ptn', 1 + (m * 7 + i * (m % 3)) % $3), $5::date - ((m * 13 + i * 97) % 360)::int,
         1000000 * (5 + (m + i) % 90), 1, 5
       FROM generate_series($1::bigint, $2::bigint - 1) m, generate_series(0, $4::int - 1) i ON CONFLICT DO NOTHING`,
      [from, Math.min(from + CHUNK_DAYS, members), partners, daysEach, today],
    );
  }
  await vacuum(pool);
}

const LOTS_PER_MEMBER = 3;

/** Gives every member lots of three issuers that pay on burn, far more points than a bench can spend. */
export async function layLots(pool: Pool, { partners, members }: Omit<MonthSize, "stories">): Promise<void> {
  for (let from = 0; from < members; from += CHUNK_STORIES) {
    await pool.query("SELECT bench_lots($1, $2, $3, $4)", [
      from,
      Math.min(from + CHUNK_STORIES, members),
      partners,
      LOTS_PER_MEMBER,
    ]);
  }
  await vacuum(pool);
}

/** The n-th partner, member …: `ptn_00…7`. */
export const benchId = (kind: string, n: number): string => `${kind}_${String(n).padStart(26, "0")}`;

const coalitionSql = `
CREATE FUNCTION bench_id(kind text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN kind || '_' || lpad(n::text, 26, '0');

CREATE FUNCTION bench_lay(p_partners int, p_members int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO programme (id, name, points_name, currency, time_zone, point_value_e6)
  VALUES (bench_id('prg', 1), 'Zgoda', 'points', 'EUR', 'UTC', 10000);
  INSERT INTO cycle (id, seq, opens_at, cutoff_at, state)
  VALUES (bench_id('cyc', 1), 1, '2026-01-01Z', '2026-02-01Z', 'OPEN');
  INSERT INTO partner (id, code, name, category, is_operator, status, updated_at)
  SELECT bench_id('ptn', n), 'P' || n, 'Partner ' || n, 'bench', n = 0, 'ACTIVE', now() FROM generate_series(0, p_partners) n;
  INSERT INTO exposure (partner_id) SELECT id FROM partner;
  INSERT INTO contract (id, partner_id, version, valid_from, funding, issue_rate_e6, redeem_rate_e6, earn_bps, fee_per_cycle_e6, created_by)
  SELECT bench_id('ctr', n), bench_id('ptn', n), 1, '2025-01-01Z',
    (CASE WHEN n % 5 = 0 THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, 10033, 8537, 100,
    CASE WHEN n = 0 THEN 0 ELSE 12000000 END, 'system' FROM generate_series(0, p_partners) n;
  INSERT INTO member (id, enrolled_at) SELECT bench_id('mem', n), '2025-01-01Z' FROM generate_series(0, p_members - 1) n;
  INSERT INTO wallet (member_id) SELECT id FROM member;
END $$;

CREATE FUNCTION bench_lots(p_from int, p_until int, p_partners int, p_lots int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE given ON COMMIT DROP AS
  SELECT m * p_lots + i AS k, i, bench_id('mem', m) AS member, bench_id('ptn', 1 + ((m + i) * 5 + 1) % (p_partners / 5 * 5)) AS issuer,
    1000000::bigint AS points, bench_id('lot', m * p_lots + i) AS lot, '2026-01-01Z'::timestamptz AS at
  FROM generate_series(p_from, p_until - 1) m, generate_series(0, p_lots - 1) i;
  INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
  SELECT bench_id('ded', k), issuer, 'given ' || k, '', 'bench', 'system', at FROM given;
  INSERT INTO lot (id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding, earned_at, available_at, root_lot_id)
  SELECT lot, member, issuer, points, points, 10033, 0, 'ON_BURN', at, at, lot FROM given;
  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id)
  SELECT bench_id('ent', k), bench_id('ded', k), 'EARN', at, at, bench_id('cyc', 1), bench_id('cyc', 1), issuer, member
  FROM given ORDER BY k;
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, cycle_id)
  SELECT bench_id('ent', k), n, (ARRAY['ISSUED', 'AVAIL'])[n + 1]::account_kind, (ARRAY[issuer, member])[n + 1], 'PTS',
    (ARRAY[points, -points])[n + 1], lot, bench_id('cyc', 1) FROM given, generate_series(0, 1) n;
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  SELECT member, i + 1, bench_id('ent', k), 0, points, 0, 0, points * (i + 1), 0 FROM given;
  UPDATE wallet w SET version = p_lots, available = s.available
  FROM (SELECT member, sum(points) AS available FROM given GROUP BY 1) s WHERE w.member_id = s.member;
  UPDATE exposure e SET outstanding_e6 = e.outstanding_e6 + s.e6
  FROM (SELECT issuer, sum(points) * 10033 AS e6 FROM given GROUP BY 1) s WHERE e.partner_id = s.issuer;
END $$;

CREATE FUNCTION bench_stories(p_from int, p_until int, p_partners int, p_members int, p_stories int)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE story ON COMMIT DROP AS
  SELECT k, bench_id('mem', k % p_members) AS member, (k / p_members)::bigint * 3 AS version,
    bench_id('ptn', 1 + (k * 7) % p_partners) AS issuer, bench_id('ptn', 1 + (k * 13 + 5) % p_partners) AS redeemer,
    (1 + (k * 7) % p_partners) % 5 = 0 AS on_issue, (50 + k % 150)::bigint AS points, 10033::bigint AS price, 8537::bigint AS paid,
    k + p_members < p_stories AS spent, '2026-01-01Z'::timestamptz + k * interval '30 days' / p_stories AS at,
    bench_id('lot', k) AS lot, bench_id('brn', k) AS burn
  FROM generate_series(p_from, p_until - 1) k;

  INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
  SELECT bench_id('ded', 2 * k + n), CASE n WHEN 0 THEN issuer ELSE redeemer END, 'story ' || k || ' ' || n, '', 'bench', 'system', at
  FROM story, generate_series(0, 1) n WHERE n = 0 OR spent;
  INSERT INTO lot (id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding, earned_at, available_at, root_lot_id)
  SELECT lot, member, issuer, points, CASE WHEN spent THEN 0 ELSE points END, price, CASE WHEN on_issue THEN price ELSE 0 END,
    (CASE WHEN on_issue THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, at, at, lot FROM story;
  INSERT INTO burn (id, member_id, redeemer_id, deed_id, state, reserved, captured, redeem_rate_e6, reserved_at, expires_at, captured_at, cycle_id)
  SELECT burn, member, redeemer, bench_id('ded', 2 * k + 1), 'CAPTURED', points, points, paid, at, at + interval '1 hour', at, bench_id('cyc', 1)
  FROM story WHERE spent;
  INSERT INTO burn_slice (burn_id, seq, lot_id, issuer_id, funding, issue_rate_e6, funded_rate_e6, pinned, points)
  SELECT burn, 0, lot, issuer, (CASE WHEN on_issue THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, price,
    CASE WHEN on_issue THEN price ELSE 0 END, points, points FROM story WHERE spent;

  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id, burn_id)
  SELECT bench_id('ent', 3 * k + n), bench_id('ded', 2 * k + least(n, 1)), (ARRAY['EARN', 'RESERVE', 'CAPTURE'])[n + 1],
    at, at, bench_id('cyc', 1), bench_id('cyc', 1), CASE n WHEN 0 THEN issuer ELSE redeemer END, member, CASE WHEN n > 0 THEN burn END
  FROM story, generate_series(0, 2) n WHERE n = 0 OR spent ORDER BY k, n;

  WITH money AS (SELECT *, points * price AS charge, points * paid AS credit FROM story),
  lines (k, entry, seq, account, owner, unit, amount, lot, section, exists) AS (
    SELECT k, 0, 0, 'ISSUED', issuer, 'PTS', points, lot, NULL, true FROM money
    UNION ALL SELECT k, 0, 1, 'AVAIL', member, 'PTS', -points, lot, NULL, true FROM money
    UNION ALL SELECT k, 0, 2, 'POSITION', issuer, 'EUR', charge, NULL, 'ISSUE_BILLING', on_issue FROM money
    UNION ALL SELECT k, 0, 3, 'FUND', issuer, 'EUR', -charge, NULL, NULL, on_issue FROM money
    UNION ALL SELECT k, 1, 0, 'AVAIL', member, 'PTS', points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 1, 1, 'RESERVED', member, 'PTS', -points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 0, 'RESERVED', member, 'PTS', points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 1, 'REDEEMED', redeemer, 'PTS', -points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 2, CASE WHEN on_issue THEN 'FUND' ELSE 'POSITION' END, issuer, 'EUR', charge, NULL,
      CASE WHEN NOT on_issue THEN 'ISSUER_CHARGE' END, spent FROM money
    UNION ALL SELECT k, 2, 3, 'POSITION', redeemer, 'EUR', -credit, NULL, 'REDEEMER_CREDIT', spent FROM money
    UNION ALL SELECT k, 2, 4, 'MARGIN', '', 'EUR', credit - charge, NULL, NULL, spent FROM money
  )
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, section, cycle_id)
  SELECT bench_id('ent', 3 * k + entry), seq, account::account_kind, owner, unit, amount, lot, section, bench_id('cyc', 1)
  FROM lines WHERE exists ORDER BY k, entry, seq;

  -- Everything a story earns it spends, so each one starts at nothing.
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  SELECT member, version + 1 + n, bench_id('ent', 3 * k + n), 0, (ARRAY[points, -points, 0])[n + 1], (ARRAY[0, points, -points])[n + 1], 0,
    CASE n WHEN 0 THEN points ELSE 0 END, 0
  FROM story, generate_series(0, 2) n WHERE n = 0 OR spent;
  UPDATE wallet w SET version = s.version, available = s.available FROM (
    SELECT DISTINCT ON (member) member, version + CASE WHEN spent THEN 3 ELSE 1 END AS version,
      CASE WHEN spent THEN 0 ELSE points END AS available FROM story ORDER BY member, k DESC) s
  WHERE w.member_id = s.member;
  -- Whoever loads beside waits for these rows: they are held last and shortly, in one order.
  SET CONSTRAINTS ALL IMMEDIATE;
  PERFORM FROM exposure ORDER BY partner_id FOR UPDATE;
  UPDATE exposure e SET position_e6 = e.position_e6 + s.position_e6, outstanding_e6 = e.outstanding_e6 + s.outstanding_e6 FROM (
    SELECT partner, sum(position_e6) AS position_e6, sum(outstanding_e6) AS outstanding_e6 FROM (
      SELECT issuer AS partner, CASE WHEN on_issue OR spent THEN points * price ELSE 0 END AS position_e6,
        CASE WHEN on_issue OR spent THEN 0 ELSE points * price END AS outstanding_e6 FROM story
      UNION ALL SELECT redeemer, -points * paid, 0 FROM story WHERE spent) parts GROUP BY 1) s
  WHERE e.partner_id = s.partner;
END $$;`;
