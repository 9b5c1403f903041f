import type { Pool } from "#api/sql/client.ts";

/** An earn, a reservation and its capture leave about so many lines. */
const LINES_OF_A_STORY = 9;
const CHUNK_STORIES = 2_000;
/** A multiple of `REGULAR_EACH`, so that nobody's stories have gaps. */
const MEMBERS_AT_MOST = 100_000;
const STORIES_OF_A_MEMBER = 10;
/** One story in so many is told of each of the two people who sign in as members. */
const REGULAR_EACH = 250;

/**
 * Lets the demo's coalition grow to about so many lines: its own shops sell to new members and, far more than is
 * healthy, to Ana and Bohdan, on the terms of their contracts, in the month that is open. Each story is a receipt that
 * earns and one that spends all of it; in bulk past the posting function, but under every guard of the database.
 */
export async function growDemo(pool: Pool, lines: number, tell: (done: number, all: number) => void): Promise<void> {
  const stories = Math.ceil(lines / LINES_OF_A_STORY);
  const wanted = Math.ceil(stories / STORIES_OF_A_MEMBER / REGULAR_EACH) * REGULAR_EACH;
  const members = Math.min(wanted, MEMBERS_AT_MOST);
  const client = await pool.connect();
  const { rows } = await client.query<{ began: boolean }>("SELECT to_regclass('grow_till') IS NOT NULL AS began");
  if (rows[0]?.began) throw new Error("This database broke off while it grew: take it away and begin with another.");
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(growSql);
    await client.query("SELECT grow_lay($1)", [members]);
    await client.query("ANALYZE");
    for (let from = 0; from < stories; from += CHUNK_STORIES) {
      const until = Math.min(from + CHUNK_STORIES, stories);
      await client.query("SELECT grow_stories($1, $2, $3, $4, $5)", [from, until, stories, members, REGULAR_EACH]);
      tell(until, stories);
    }
    await client.query(undoSql);
    await client.query("VACUUM ANALYZE");
    await client.query("RESET statement_timeout");
  } finally {
    client.release();
  }
}

const undoSql = "DROP FUNCTION grow_id, grow_lay, grow_stories; DROP TABLE grow_till, grow_member";

const growSql = `
CREATE FUNCTION grow_id(kind text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE
RETURN kind || '_' || lpad(n::text, 26, '0');

-- Every till that sells, with its partner's terms and a receipt as it writes them.
CREATE TABLE grow_till AS
SELECT row_number() OVER (ORDER BY t.id) - 1 AS n, t.id AS terminal, t.location_id AS location, p.id AS partner,
  c.funding = 'ON_ISSUE' AS on_issue, c.issue_rate_e6 AS price, c.redeem_rate_e6 AS paid, d.actor, r.lines, r.payments,
  r.explanation, r.granted, r.total_e6, r.points_earned AS points
FROM terminal t JOIN partner p ON p.id = t.partner_id
JOIN contract c ON c.partner_id = p.id AND c.valid_from <= now() AND coalesce(c.valid_until > now(), true)
JOIN LATERAL (SELECT * FROM purchase WHERE partner_id = p.id AND points_earned > 0 AND points_spent = 0
  ORDER BY terminal_id = t.id DESC, occurred_at DESC LIMIT 1) r ON true
JOIN deed d ON d.id = r.deed_id
WHERE p.status = 'ACTIVE' AND NOT p.is_operator AND c.funding IN ('ON_ISSUE', 'ON_BURN');

CREATE TABLE grow_member (n bigint PRIMARY KEY, id text, version bigint, available bigint, pending bigint);

CREATE FUNCTION grow_lay(p_members int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_since timestamptz := (SELECT min(opens_at) FROM cycle);
BEGIN
  INSERT INTO member (id, enrolled_at, enrolled_at_partner_id)
  SELECT grow_id('mem', n), v_since, (SELECT partner FROM grow_till t WHERE t.n = m.n % (SELECT count(*) FROM grow_till))
  FROM generate_series(0, p_members - 1) m(n) WHERE n % ${REGULAR_EACH} NOT IN (0, 1);
  INSERT INTO wallet (member_id) SELECT id FROM member WHERE id LIKE 'mem\\_0000%';
  INSERT INTO member_profile (member_id, name, updated_at)
  SELECT id, 'Customer ' || right(id, 6), now() FROM member WHERE id LIKE 'mem\\_0000%';
  INSERT INTO card (id, member_id, number, form, status, issued_at)
  SELECT replace(id, 'mem', 'crd'), id, '9978' || right(id, 12), 'PHYSICAL', 'ACTIVE', v_since FROM member WHERE id LIKE 'mem\\_0000%';
  INSERT INTO identifier (id, member_id, kind, value)
  SELECT replace(member_id, 'mem', 'idn'), member_id, 'CARD', number FROM card WHERE member_id LIKE 'mem\\_0000%';
  INSERT INTO grow_member
  SELECT right(member_id, 12)::bigint, member_id, 0, 0, 0 FROM wallet WHERE member_id LIKE 'mem\\_0000%'
  UNION ALL SELECT row_number() OVER (ORDER BY u.email) - 1, w.member_id, w.version, w.available, w.pending
  FROM wallet w JOIN member m ON m.id = w.member_id JOIN "user" u ON u.id = m.user_id
  WHERE u.email IN ('ana@demo.zgoda', 'bohdan@demo.zgoda');
END $$;

CREATE FUNCTION grow_stories(p_from int, p_until int, p_stories int, p_members int, p_regular int)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_cycle text; v_since timestamptz; v_tills bigint := (SELECT count(*) FROM grow_till); v_unit text; v_zone text;
BEGIN
  SELECT id, opens_at INTO v_cycle, v_since FROM cycle WHERE state = 'OPEN';
  SELECT currency, time_zone INTO v_unit, v_zone FROM programme;

  CREATE TEMP TABLE story ON COMMIT DROP AS
  SELECT k, m.id AS member, m.version + turn * 3 AS version, m.available AS had, m.pending,
    t.partner AS issuer, t.terminal, t.location, t.on_issue, t.price, t.actor, t.points, t.total_e6, t.lines, t.payments,
    t.explanation, t.granted, r.partner AS redeemer, r.terminal AS their_terminal, r.location AS their_location, r.paid,
    r.actor AS their_actor, k + stride < p_stories AS spent, v_since + k * ((now() - v_since) / p_stories) AS at,
    grow_id('lot', k) AS lot, grow_id('brn', k) AS burn
  FROM generate_series(p_from, p_until - 1) k
  CROSS JOIN LATERAL (SELECT CASE WHEN k % p_regular < 2 THEN p_regular ELSE p_members END AS stride) s
  CROSS JOIN LATERAL (SELECT (k / stride)::bigint AS turn, k % stride AS who) w
  JOIN grow_member m ON m.n = who JOIN grow_till t ON t.n = (k * 7) % v_tills JOIN grow_till r ON r.n = (k * 13 + 5) % v_tills;

  INSERT INTO deed (id, owner, key, fingerprint, business_key, kind, actor, posted_at)
  SELECT grow_id('ded', 2 * k + n), CASE n WHEN 0 THEN issuer ELSE redeemer END, 'grown ' || k || ' ' || n, '',
    'purchase|' || CASE n WHEN 0 THEN issuer || '|' || terminal ELSE redeemer || '|' || their_terminal END || '|G' || k || '-' || n || '|' || (at AT TIME ZONE v_zone)::date,
    'recordPurchase', CASE n WHEN 0 THEN actor ELSE their_actor END, at
  FROM story, generate_series(0, 1) n WHERE n = 0 OR spent;
  INSERT INTO purchase (id, deed_id, partner_id, location_id, terminal_id, member_id, receipt_number, business_date, occurred_at,
    recorded_at, total_e6, paid_e6, points_earned, points_spent, lines, payments, explanation, granted)
  SELECT grow_id('pur', 2 * k + n), grow_id('ded', 2 * k + n), CASE n WHEN 0 THEN issuer ELSE redeemer END,
    CASE n WHEN 0 THEN location ELSE their_location END, CASE n WHEN 0 THEN terminal ELSE their_terminal END, member,
    'G' || k || '-' || n, (at AT TIME ZONE v_zone)::date, at, at, total_e6 + n * points * paid,
    total_e6, CASE n WHEN 0 THEN points ELSE 0 END, CASE n WHEN 0 THEN 0 ELSE points END, lines, payments, explanation, granted
  FROM story, generate_series(0, 1) n WHERE n = 0 OR spent ORDER BY k, n;
  INSERT INTO member_day AS d (member_id, partner_id, day, spend_e6, visits, points)
  SELECT member, CASE n WHEN 0 THEN issuer ELSE redeemer END, (at AT TIME ZONE v_zone)::date, sum(total_e6), count(*),
    sum(CASE n WHEN 0 THEN points ELSE 0 END)
  FROM story, generate_series(0, 1) n WHERE n = 0 OR spent GROUP BY 1, 2, 3
  ON CONFLICT (member_id, partner_id, day) DO UPDATE SET spend_e6 = d.spend_e6 + excluded.spend_e6,
    visits = d.visits + excluded.visits, points = d.points + excluded.points;
  INSERT INTO lot (id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding, earned_at, available_at,
    expires_at, root_lot_id, purchase_id)
  SELECT lot, member, issuer, points, CASE WHEN spent THEN 0 ELSE points END, price, CASE WHEN on_issue THEN price ELSE 0 END,
    (CASE WHEN on_issue THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, at, at, at + interval '1 year', lot,
    grow_id('pur', 2 * k) FROM story;
  INSERT INTO burn (id, member_id, redeemer_id, location_id, terminal_id, purchase_id, deed_id, state, reserved, captured,
    redeem_rate_e6, reserved_at, expires_at, captured_at, cycle_id)
  SELECT burn, member, redeemer, their_location, their_terminal, grow_id('pur', 2 * k + 1), grow_id('ded', 2 * k + 1), 'CAPTURED',
    points, points, paid, at, at + interval '1 hour', at, v_cycle FROM story WHERE spent;
  INSERT INTO burn_slice (burn_id, seq, lot_id, issuer_id, funding, issue_rate_e6, funded_rate_e6, pinned, points)
  SELECT burn, 0, lot, issuer, (CASE WHEN on_issue THEN 'ON_ISSUE' ELSE 'ON_BURN' END)::funding_model, price,
    CASE WHEN on_issue THEN price ELSE 0 END, points, points FROM story WHERE spent;

  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id, location_id,
    terminal_id, purchase_id, burn_id)
  SELECT grow_id('ent', 3 * k + n), grow_id('ded', 2 * k + least(n, 1)), (ARRAY['EARN', 'RESERVE', 'CAPTURE'])[n + 1],
    at, at, v_cycle, v_cycle, CASE n WHEN 0 THEN issuer ELSE redeemer END, member,
    CASE n WHEN 0 THEN location ELSE their_location END, CASE n WHEN 0 THEN terminal ELSE their_terminal END,
    grow_id('pur', 2 * k + least(n, 1)), CASE WHEN n > 0 THEN burn END
  FROM story, generate_series(0, 2) n WHERE n = 0 OR spent ORDER BY k, n;

  WITH money AS (SELECT *, points * price AS charge, points * paid AS credit FROM story),
  lines (k, entry, seq, account, owner, unit, amount, lot, section, exists) AS (
    SELECT k, 0, 0, 'ISSUED', issuer, 'PTS', points, lot, NULL, true FROM money
    UNION ALL SELECT k, 0, 1, 'AVAIL', member, 'PTS', -points, lot, NULL, true FROM money
    UNION ALL SELECT k, 0, 2, 'POSITION', issuer, v_unit, charge, NULL, 'ISSUE_BILLING', on_issue FROM money
    UNION ALL SELECT k, 0, 3, 'FUND', issuer, v_unit, -charge, NULL, NULL, on_issue FROM money
    UNION ALL SELECT k, 1, 0, 'AVAIL', member, 'PTS', points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 1, 1, 'RESERVED', member, 'PTS', -points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 0, 'RESERVED', member, 'PTS', points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 1, 'REDEEMED', redeemer, 'PTS', -points, lot, NULL, spent FROM money
    UNION ALL SELECT k, 2, 2, CASE WHEN on_issue THEN 'FUND' ELSE 'POSITION' END, issuer, v_unit, charge, NULL,
      CASE WHEN NOT on_issue THEN 'ISSUER_CHARGE' END, spent FROM money
    UNION ALL SELECT k, 2, 3, 'POSITION', redeemer, v_unit, -credit, NULL, 'REDEEMER_CREDIT', spent FROM money
    UNION ALL SELECT k, 2, 4, 'MARGIN', '', v_unit, credit - charge, NULL, NULL, spent AND credit <> charge FROM money
  )
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, section, cycle_id)
  SELECT grow_id('ent', 3 * k + entry), seq, account::account_kind, owner, unit, amount, lot, section, v_cycle
  FROM lines WHERE exists ORDER BY k, entry, seq;

  -- Everything a story earns it spends, so each one starts at what was there before.
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  SELECT member, version + 1 + n, grow_id('ent', 3 * k + n), 0, (ARRAY[points, -points, 0])[n + 1], (ARRAY[0, points, -points])[n + 1], 0,
    had + CASE n WHEN 0 THEN points ELSE 0 END, pending
  FROM story, generate_series(0, 2) n WHERE n = 0 OR spent;
  UPDATE wallet w SET version = s.version, available = s.available FROM (
    SELECT DISTINCT ON (member) member, version + CASE WHEN spent THEN 3 ELSE 1 END AS version,
      had + CASE WHEN spent THEN 0 ELSE points END AS available FROM story ORDER BY member, k DESC) s
  WHERE w.member_id = s.member;
  UPDATE exposure e SET position_e6 = e.position_e6 + s.position_e6, outstanding_e6 = e.outstanding_e6 + s.outstanding_e6 FROM (
    SELECT partner, sum(position_e6) AS position_e6, sum(outstanding_e6) AS outstanding_e6 FROM (
      SELECT issuer AS partner, CASE WHEN on_issue OR spent THEN points * price ELSE 0 END AS position_e6,
        CASE WHEN on_issue OR spent THEN 0 ELSE points * price END AS outstanding_e6 FROM story
      UNION ALL SELECT redeemer, -points * paid, 0 FROM story WHERE spent) parts GROUP BY 1) s
  WHERE e.partner_id = s.partner;
END $$;`;
