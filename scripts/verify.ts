import { bookRules, errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { readConfig } from "#api/server/config.ts";
import { connect } from "#api/sql/client.ts";
import { borrowDatabase } from "#api/sql/database.ts";
import { readAuditChain } from "#api/use-cases/audit/verify-audit.ts";

const ROWS_SHOWN_MAX = 20;

/** Proves the books: prints every rule with what breaks it, and fails when one is an error. */
async function main(): Promise<void> {
  const { databaseUrl, dataDirectory } = readConfig();
  const database = await borrowDatabase(databaseUrl, dataDirectory);
  const connection = connect(database.url, { max: 1 });
  try {
    const broken = await findBrokenRules(connection.pool);
    const byRule = Map.groupBy(broken, ({ rule }) => rule);
    for (const [rule, promise] of Object.entries(bookRules)) tell(rule, promise, byRule.get(rule) ?? []);
    const { length, headHash, broken: link } = await readAuditChain(connection.db, null);
    const torn = link
      ? [{ rule: "A01", severity: "ERROR", key: `event ${link.seq}`, detail: link.detail } as const]
      : [];
    tell("A01", `The audit log's ${length} events are what was written, up to ${headHash || "none"}`, torn);
    const errors = errorsOf([...broken, ...torn]).length;
    console.log(errors === 0 ? "The books hold." : `The books are wrong in ${errors} places.`);
    if (errors > 0) process.exitCode = 1;
  } finally {
    await connection.close();
    await database.release();
  }
}

function tell(rule: string, promise: string, broken: Awaited<ReturnType<typeof findBrokenRules>>): void {
  console.log(`${rule}  ${broken.length === 0 ? "OK" : `${broken.length} broken`}  ${promise}`);
  for (const { severity, key, detail } of broken.slice(0, ROWS_SHOWN_MAX))
    console.log(`     ${severity} ${key}: ${detail}`);
  if (broken.length > ROWS_SHOWN_MAX) console.log(`     and ${broken.length - ROWS_SHOWN_MAX} more`);
}

await main();
