/** What `JSON.stringify` tells: what is undefined is left out, and null in a list. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly (Json | undefined)[]
  | { readonly [name: string]: Json | undefined };

/**
 * JSON with whole numbers of any size as decimal strings, else as `JSON.stringify` has it. Telling `JSON.stringify` so field
 * by field costs several times as much.
 */
export function jsonText(value: unknown): string {
  return textOf(value) ?? "null";
}

function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case "bigint":
      return `"${value}"`;
    case "object":
      return value === null ? "null" : objectText(value);
    default:
      return JSON.stringify(value);
  }
}

function objectText(value: object): string | undefined {
  if (Array.isArray(value)) return `[${value.map((one: unknown) => textOf(one) ?? "null").join(",")}]`;
  if ("toJSON" in value && typeof value.toJSON === "function") return textOf(value.toJSON());
  let text = "";
  for (const [name, field] of Object.entries(value)) {
    const told = textOf(field);
    if (told !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${told}`;
  }
  return `{${text}}`;
}
