import { benchId } from "#api/bench/month/load.ts";
import { luhnDigit } from "#api/kernel/luhn.ts";
import type { Pool } from "#api/sql/client.ts";

/** The n-th member's card. */
export function cardOf(n: number): string {
  const digits = `9977${String(n).padStart(11, "0")}`;
  return digits + luhnDigit(digits);
}

export async function layCards(pool: Pool, members: number): Promise<void> {
  const all = Array.from({ length: members }, (_none, n) => n);
  const values = [all.map((n) => benchId("mem", n)), all.map(cardOf)];
  await pool.query(
    `INSERT INTO card (id, member_id, number, form, status, issued_at)
     SELECT replace(m, 'mem', 'crd'), m, n, 'PHYSICAL', 'ACTIVE', '2025-01-01Z' FROM unnest($1::text[], $2::text[]) c(m, n)`,
    values,
  );
  await pool.query(
    `INSERT INTO identifier (id, member_id, kind, value)
     SELECT replace(m, 'mem', 'idn'), m, 'CARD', n FROM unnest($1::text[], $2::text[]) c(m, n)`,
    values,
  );
  await pool.query("ANALYZE card, identifier");
}
