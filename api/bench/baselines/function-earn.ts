import type { Earn } from "#api/bench/baselines/earn.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Pool } from "#api/sql/client.ts";

/** One round trip: the statements of the plain transaction inside one SQL function. */
export async function layFunctionEarn(pool: Pool): Promise<void> {
  await pool.query(functionSql);
}

export async function earnWithFunction(pool: Pool, earn: Earn): Promise<void> {
  const { n, memberId, issuerId, points, issueRateE6, at } = earn;
  const ids = [newId("deed"), newId("lot"), newId("entry")];
  const values = [...ids, `function ${n}`, memberId, issuerId, points, issueRateE6, at];
  await pool.query({ name: "bench_earn", text: "SELECT bench_earn($1, $2, $3, $4, $5, $6, $7, $8, $9)", values });
}

const functionSql = `
CREATE OR REPLACE FUNCTION bench_earn(p_deed text, p_lot text, p_entry text, p_key text, p_member text, p_issuer text,
  p_points bigint, p_rate bigint, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_cycle text; v_wallet wallet; v_exposure exposure;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(cycle_lock_key());
  SELECT id INTO v_cycle FROM cycle WHERE state = 'OPEN';
  INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
  VALUES (p_deed, p_issuer, p_key, '', 'bench', 'system', p_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO lot (id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding, earned_at, available_at, root_lot_id)
  VALUES (p_lot, p_member, p_issuer, p_points, p_points, p_rate, 0, 'ON_BURN', p_at, p_at, p_lot);
  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id)
  VALUES (p_entry, p_deed, 'EARN', p_at, p_at, v_cycle, v_cycle, p_issuer, p_member);
  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, cycle_id)
  VALUES (p_entry, 0, 'ISSUED', p_issuer, 'PTS', p_points, p_lot, v_cycle), (p_entry, 1, 'AVAIL', p_member, 'PTS', -p_points, p_lot, v_cycle);
  UPDATE wallet SET version = version + 1, available = available + p_points WHERE member_id = p_member RETURNING * INTO v_wallet;
  INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
  VALUES (p_member, v_wallet.version, p_entry, 0, p_points, 0, 0, v_wallet.available, v_wallet.pending);
  UPDATE exposure SET outstanding_e6 = outstanding_e6 + p_points * p_rate WHERE partner_id = p_issuer RETURNING * INTO v_exposure;
  IF exposure_of(v_exposure, 10000) > limit_of(v_exposure, p_at) THEN RAISE EXCEPTION 'over the limit'; END IF;
  PERFORM pg_notify('doorbell', json_build_object('members', json_build_array(p_member), 'partners', json_build_array(p_issuer))::text);
END $$`;
