import type { Earn } from "#api/bench/baselines/earn.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Pool } from "#api/sql/client.ts";

/** The same statements by hand: one plain transaction, each statement prepared by name, nothing asked twice. */
export async function earnWithSql(pool: Pool, earn: Earn): Promise<void> {
  const { n, memberId, issuerId, points, issueRateE6, at } = earn;
  const client = await pool.connect();
  const ask = (name: string, text: string, values: unknown[]) => client.query({ name: `bench_${name}`, text, values });
  try {
    await client.query("BEGIN");
    await ask("lock", "SELECT pg_advisory_xact_lock_shared(cycle_lock_key())", []);
    const cycle = await ask("cycle", "SELECT id FROM cycle WHERE state = 'OPEN'", []);
    const cycleId = String(cycle.rows[0]?.id);
    const ids = { deed: newId("deed"), lot: newId("lot"), entry: newId("entry") };
    const taken = await ask("deed", deedSql, [ids.deed, issuerId, `sql ${n}`, at]);
    if (taken.rowCount === 1) {
      await ask("lot", lotSql, [ids.lot, memberId, issuerId, points, issueRateE6, at]);
      await ask("entry", entrySql, [ids.entry, ids.deed, at, cycleId, issuerId, memberId]);
      await ask("line", lineSql, [ids.entry, issuerId, memberId, points, ids.lot, cycleId]);
      await ask("wallet", walletSql, [memberId, points, ids.entry]);
      const limit = await ask("exposure", exposureSql, [issuerId, points * issueRateE6]);
      if (limit.rows[0]?.over) throw new Error("over the limit");
      await ask("bell", "SELECT pg_notify('doorbell', $1)", [
        JSON.stringify({ members: [memberId], partners: [issuerId] }),
      ]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

const deedSql = `INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
  VALUES ($1, $2, $3, '', 'bench', 'system', $4) ON CONFLICT DO NOTHING`;
const lotSql = `INSERT INTO lot (id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding,
    earned_at, available_at, root_lot_id) VALUES ($1, $2, $3, $4, $4, $5, 0, 'ON_BURN', $6, $6, $1)`;
const entrySql = `INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id)
  VALUES ($1, $2, 'EARN', $3, $3, $4, $4, $5, $6)`;
const lineSql = `INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, cycle_id)
  VALUES ($1, 0, 'ISSUED', $2, 'PTS', $4, $5, $6), ($1, 1, 'AVAIL', $3, 'PTS', -$4::bigint, $5, $6)`;
const walletSql = `WITH moved AS (
    UPDATE wallet SET version = version + 1, available = available + $2 WHERE member_id = $1
    RETURNING version, available, pending)
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  SELECT $1, version, $3, 0, $2, 0, 0, available, pending FROM moved`;
const exposureSql = `UPDATE exposure SET outstanding_e6 = outstanding_e6 + $2 WHERE partner_id = $1
  RETURNING exposure_of(exposure, 10000) > limit_of(exposure, now()) AS over`;
