import { startOfDate } from "#portal/lib/zone.ts";
import type { DeedField } from "#portal/ui/deed-fields.tsx";

/** The names of required fields that were left empty, and of those that want a number and hold something else. */
export function missingFields(fields: readonly DeedField[], form: FormData): string[] {
  return fields.filter((field) => isWanting(field, form.get(field.name))).map(({ name }) => name);
}

export const wantsNumber = ({ kind }: DeedField) => kind === "whole" || kind === "decimal" || kind === "percent";

function isWanting(field: DeedField, value: FormDataEntryValue | null): boolean {
  if (!filled(value)) return field.required === true;
  if (!wantsNumber(field)) return false;
  return !(field.kind === "whole" ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(plain(String(value)));
}

/**
 * What a form holds as the contract wants it: empty fields are left out, `a.b` goes into an object, `a[1].b` into a list,
 * `a[].b` into a list of one; `a[]` holds what commas, semicolons, tabs or lines separate.
 */
export async function inputOf(fields: readonly DeedField[], form: FormData): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const field of fields) {
    const value = form.get(field.name);
    if (filled(value) && !field.unsent) put(input, field.name.split("."), await sent(field, value));
  }
  return dense(input) as Record<string, unknown>;
}

const filled = (value: FormDataEntryValue | null): value is FormDataEntryValue =>
  value instanceof File ? value.size > 0 : value !== null && value.trim() !== "";

async function sent(field: DeedField, value: FormDataEntryValue): Promise<unknown> {
  if (value instanceof File)
    return { name: value.name, mediaType: value.type || "text/plain", contentBase64: await base64(value) };
  const text = value.trim();
  switch (field.kind) {
    case "whole":
      return Number(text.replace(/\s/g, ""));
    case "decimal":
      return plain(text);
    case "percent":
      return Math.round(Number(plain(text)) * 100);
    case "yesNo":
      return text === "true";
    case "instant":
      return instantOf(text, field.zone);
    default:
      return text;
  }
}

const plain = (number: string) => number.replace(/\s/g, "").replace(",", ".");

/** "2026-11-22T14:05" on the wall of `zone` as an instant. */
export function instantOf(wall: string, zone: string): string {
  const [date = "", time = "00:00"] = wall.split("T");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return new Date(Date.parse(startOfDate(date, zone)) + (hour * 60 + minute) * 60_000).toISOString();
}

export async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Not all at once: a call takes only so many arguments.
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

function put(into: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
  const [, key = "", brackets, at = ""] = /^([^[]*)(\[(\d*)\])?$/.exec(name) ?? [];
  if (rest.length === 0) {
    into[key] = brackets ? listed(value) : value;
    return;
  }
  const list = brackets ? ((into[key] ?? []) as unknown[]) : [];
  const place = Number(at);
  const inner = ((brackets ? list[place] : into[key]) ?? {}) as Record<string, unknown>;
  list[place] = inner;
  into[key] = brackets ? list : inner;
  put(inner, rest, value);
}

/** Places of lists where nothing was filled in are no items. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(dense);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, dense(inner)]));
}

const listed = (value: unknown): string[] =>
  String(value)
    .split(/[,;\t\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
