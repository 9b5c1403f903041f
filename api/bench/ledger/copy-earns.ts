import type { PoolClient } from "pg";
import pg from "pg";
import { benchId } from "#api/bench/month/load.ts";
import { newId } from "#api/kernel/ids.ts";

export type Copied = { n: number; memberId: string; issuerId: string; points: bigint; issueRateE6: bigint; at: Date };

/**
 * The rows that earns leave, into the same tables with their indexes, checks and triggers, as PostgreSQL takes rows
 * fastest: COPY, all of them in one message and one transaction. What the ledger changes rather than adds (wallets,
 * exposures), what it looks up and whom it tells is left out: this is what cannot be done faster, not another ledger.
 */
export async function copyEarns(client: PoolClient, earns: readonly Copied[]): Promise<void> {
  const tables = tablesOf(earns);
  const copies = tables.map(({ name, columns }) => `COPY ${name} (${columns}) FROM STDIN`);
  const text = `BEGIN; ${copies.join("; ")}; COMMIT`;
  const rows = tables.map(({ rows: own }) => Buffer.from(own));
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyRows(text, rows, (error) => (error ? reject(error) : resolve())));
  });
}

/** Several COPY statements in one message: each time the server asks for rows it gets the next table's. */
class CopyRows extends pg.Query {
  private readonly unsent: Buffer[];

  constructor(text: string, rows: Buffer[], done: (error: Error | null) => void) {
    super({ text }, undefined, done as never);
    this.unsent = rows;
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(rows: Buffer): void; endCopyFrom(): void }): void {
    connection.sendCopyFromChunk(this.unsent.shift() ?? Buffer.alloc(0));
    connection.endCopyFrom();
  }
}

type Table = { name: string; columns: string; rows: string };

/** Each table's rows in COPY's text form: a tab between fields, a line for a row. */
function tablesOf(earns: readonly Copied[]): Table[] {
  const [deeds, lots, entries, lines, changes] = ["", "", "", "", ""];
  const rows = { deeds, lots, entries, lines, changes };
  const cycleId = benchId("cyc", 1);
  for (const { n, memberId, issuerId, points, issueRateE6, at } of earns) {
    const [deedId, lotId, entryId, when] = [newId("deed"), newId("lot"), newId("entry"), at.toISOString()];
    rows.deeds += `${deedId}\t${issuerId}\tcopy ${n}\t\tbench\tsystem\t${when}\n`;
    rows.lots += `${lotId}\t${memberId}\t${issuerId}\t${points}\t${points}\t${issueRateE6}\t0\tON_BURN\t${when}\t${when}\t${lotId}\n`;
    rows.entries += `${entryId}\t${deedId}\tEARN\t${when}\t${when}\t${cycleId}\t${cycleId}\t${issuerId}\t${memberId}\n`;
    rows.lines += `${entryId}\t0\tISSUED\t${issuerId}\tPTS\t${points}\t${lotId}\t${cycleId}\n`;
    rows.lines += `${entryId}\t1\tAVAIL\t${memberId}\tPTS\t-${points}\t${lotId}\t${cycleId}\n`;
    rows.changes += `${memberId}\t${n + 1}\t${entryId}\t0\t${points}\t0\t0\t${points}\t0\n`;
  }
  return [
    { name: "deed", columns: "id, owner, key, fingerprint, kind, actor, posted_at", rows: rows.deeds },
    { name: "entry", columns: entryColumns, rows: rows.entries },
    { name: "line", columns: "entry_id, seq, account, owner_id, unit, amount, lot_id, cycle_id", rows: rows.lines },
    { name: "lot", columns: lotColumns, rows: rows.lots },
    { name: "wallet_change", columns: changeColumns, rows: rows.changes },
  ];
}

const entryColumns = "id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id";
const lotColumns =
  "id, member_id, issuer_id, original, available, issue_rate_e6, funded_rate_e6, funding, earned_at, available_at, root_lot_id";
const changeColumns =
  "member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after";
