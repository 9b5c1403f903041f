export type Field = string | number | bigint | boolean | Date | null;

/**
 * Rows as the text of a PostgreSQL array of composites: `{"(0,abc,\"two words\",)"}`. One parameter carries a whole
 * table into a set-based call.
 */
export function compositeArray(rows: readonly (readonly Field[])[]): string {
  return `{${rows.map((row) => quote(`(${row.map(fieldText).join(",")})`)).join(",")}}`;
}

const TEXT_OID = 25;

/**
 * A PostgreSQL array of texts in its binary form, in which nothing is escaped: for documents, whose quotes would be escaped
 * once for their row and once more for the rows' array. Rows name them by their places, from 1.
 */
export function textArray(texts: readonly string[]): Buffer {
  const size = texts.reduce((sum, text) => sum + 4 + Buffer.byteLength(text), 0);
  const array = Buffer.allocUnsafe(20 + size);
  const header = texts.length > 0 ? [1, 0, TEXT_OID, texts.length, 1] : [0, 0, TEXT_OID];
  let end = 0;
  for (const number of header) end = array.writeInt32BE(number, end);
  for (const text of texts) {
    const bytes = array.write(text, end + 4);
    end = array.writeInt32BE(bytes, end) + bytes;
  }
  return array.subarray(0, end);
}

/** Characters that mean something inside a composite's text. */
const special = /[\s"\\(),]/;

function fieldText(field: Field): string {
  if (field === null) return "";
  if (typeof field === "string") return field === "" || special.test(field) ? quote(field) : field;
  return field instanceof Date ? field.toISOString() : String(field);
}

const quote = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
