import { cardOf, layCards } from "#api/bench/gateway/cards.ts";
import { benchId, loadMonth } from "#api/bench/month/load.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { addUpTurnover } from "#api/use-cases/books/add-up-turnover.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";

/** Big enough that an index is worth more than reading everything, small enough for a test. */
export const size = { partners: 200, members: 8_000, stories: 24_000 } as const;
const RECEIPTS = 24_000;
/** One receipt in so many has goods that came back, and left a debt. */
const RETURNED_EACH = 4;

/**
 * A month of a coalition that is over, its statements published, and the first days of the next one: everybody has a card,
 * has earned and spent, and has receipts at several partners.
 */
export async function layBigCoalition({ db, pool }: Connection): Promise<void> {
  await loadMonth(pool, size, () => undefined);
  await layCards(pool, size.members);
  await pool.query(receiptsSql, [RECEIPTS, size.members, size.partners]);
  for (const sql of besideSql) await pool.query(sql, sql.includes("$1") ? [RETURNED_EACH] : []);
  await endMonth({ db, pool });
  await pool.query("VACUUM ANALYZE");
}

async function endMonth({ db, pool }: Pick<Connection, "db" | "pool">): Promise<void> {
  const clock = { now: () => new Date("2026-02-01T00:00:01Z") };
  const ledger = createLedger({ pool, clock });
  const cycle = await findOpenCycle(db);
  if (!cycle) throw new Error("no cycle is open");
  const deps = { db, ledger, clock, secrets: { apiKey: "plans" } };
  await closeNow(deps, cycle, { by: "system", reason: null });
  await addUpTurnover(deps, systemActor);
  await ledger.close();
}

export const someone = { memberId: benchId("mem", 17), card: cardOf(17), partnerId: benchId("ptn", 3) };

const receiptsSql = `
WITH sold AS (SELECT n, bench_id('mem', n % $2) AS member, bench_id('ptn', 1 + n % $3) AS partner,
    '2026-01-01Z'::timestamptz + n * interval '1 minute' AS at FROM generate_series(0, $1 - 1) n),
  deeds AS (INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
    SELECT bench_id('ded', 10000000 + n), partner, 'sold ' || n, '', 'bench', 'system', at FROM sold),
  days AS (INSERT INTO member_day (member_id, partner_id, day, spend_e6, visits, points)
    SELECT member, partner, at::date, 1000000, 1, 1 FROM sold ON CONFLICT DO NOTHING)
INSERT INTO purchase (id, deed_id, partner_id, member_id, receipt_number, business_date, occurred_at, recorded_at, total_e6, paid_e6,
  points_earned, points_spent, lines, payments, explanation)
SELECT bench_id('pur', n), bench_id('ded', 10000000 + n), partner, member, 'r' || n, at::date, at, at, 1000000, 1000000, 0, 0,
  '[]', '[]', '{}' FROM sold`;

/** What else lies beside members and receipts, as much of it as there would be. */
const besideSql = [
  "INSERT INTO member_profile (member_id, name, updated_at) SELECT id, 'Somebody', now() FROM member",
  `WITH back AS (SELECT *, row_number() OVER () AS n FROM purchase WHERE ord % $1 = 0),
    deeds AS (INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
      SELECT bench_id('ded', 20000000 + n), partner_id, 'back ' || n, '', 'bench', 'system', recorded_at FROM back)
   INSERT INTO purchase_return (id, deed_id, purchase_id, seq, partner_id, receipt_number, occurred_at, amount_e6, paid_e6, last,
     points_clawed, points_restored, lines)
   SELECT bench_id('ret', n), bench_id('ded', 20000000 + n), id, 0, partner_id, 'b' || n, occurred_at, 1, 1, false, 0, 0, '[]' FROM back`,
  `INSERT INTO member_debt (id, member_id, creditor_id, lot_id, rate_e6, points, recovered, entry_id)
   SELECT replace(l.id, 'lot', 'deb'), l.member_id, l.issuer_id, l.id, l.issue_rate_e6, 1, 1, e.entry_id
   FROM lot l JOIN LATERAL (SELECT entry_id FROM line WHERE lot_id = l.id LIMIT 1) e ON true
   WHERE right(l.id, 1)::int % $1 = 0`,
  `INSERT INTO message (id, member_id, house, purpose, channel, cause, template, language, title, body, state, created_at)
   SELECT bench_id('msg', n), bench_id('mem', n / 4), 'OPERATOR', 'SERVICE', 'INBOX', 'told ' || n, 'told', 'en', 'Told', 'Told',
     'DELIVERED', '2026-01-01Z' FROM generate_series(0, 4 * (SELECT count(*) FROM member)::int - 1) n`,
  `WITH pool AS (INSERT INTO coupon_pool (id, code, kind, state, name, terms, symbol, valid_from, created_by, created_at)
     VALUES (bench_id('cpo', 1), 'BENCH', 'SINGLE_USE', 'ACTIVE', '{"en":"Bench"}', '{"en":"Bench"}', 'BASKET', '2025-01-01Z', 'system',
       '2025-01-01Z') RETURNING id)
   INSERT INTO coupon (id, pool_id, code, created_at, member_id, given_at)
   SELECT bench_id('cpn', n), pool.id, 'BENCH' || n, '2026-01-01Z', bench_id('mem', n / 4), '2026-01-01Z'
   FROM pool, generate_series(0, 4 * (SELECT count(*) FROM member)::int - 1) n`,
];
