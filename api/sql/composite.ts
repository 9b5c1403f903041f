export type Field = string | number | bigint | boolean | Date | null;

/**
 * Rows as the text of a PostgreSQL array of composites: `{"(0,abc,\"two words\",)"}`. One parameter carries a whole
 * table into a set-based call.
 */
export function compositeArray(rows: readonly (readonly Field[])[]): string {
  return `{${rows.map((row) => quote(`(${row.map(fieldText).join(",")})`)).join(",")}}`;
}

/** Characters that mean something inside a composite's text. */
const special = /[\s"\\(),]/;

function fieldText(field: Field): string {
  if (field === null) return "";
  if (typeof field === "string") return field === "" || special.test(field) ? quote(field) : field;
  return field instanceof Date ? field.toISOString() : String(field);
}

const quote = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
