import type { Tx } from "#api/sql/rows.ts";
import { Prisma } from "#prisma";

/** Tables that take many rows at once. */
export type BulkTable = "bank_line" | "booking" | "recon_item" | "recon_match" | "transition";

type Value = string | number | bigint | boolean | Date | null | object;

/**
 * Inserts rows in their order with one parameter, however many there are: a statement of thousands of parameters takes
 * longer to prepare than to run. Rows are named as in the model, and all have the fields of the first.
 */
export async function insertRows(
  tx: Tx,
  table: BulkTable,
  rows: readonly { readonly [field: string]: Value }[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first);
  const columns = Prisma.raw(fields.map((field) => `"${columnOf(field)}"`).join(", "));
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(fields.map((field) => [columnOf(field), row[field]]))),
    asText,
  );
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${Prisma.raw(table)}, ${json}::jsonb)`;
}

const asText = (_field: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
