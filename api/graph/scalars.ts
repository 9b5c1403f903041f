import { type ASTNode, Kind, type ValueNode } from "graphql";
import { builder } from "#api/graph/builder.ts";
import { badInput } from "#api/graph/top-level.ts";
import { POINTS_MAX } from "#api/kernel/points.ts";

builder.scalarType("Points", {
  description: "A whole number of points, a JSON integer within ±(2^53 − 1). Inputs may also be a decimal string.",
  serialize: (points) => Number(withinJson(points)),
  parseValue: (input) => withinJson(wholeNumber(input)),
  parseLiteral: (node) => withinJson(wholeNumber(literal(node))),
});

builder.scalarType("Decimal", {
  description: 'An exact decimal number as a string, with at most six places: "152.0075".',
  serialize: (text) => text,
  parseValue: (input) => matching(input, /^-?\d{1,15}(\.\d{1,6})?$/, "a decimal string with at most six places"),
  parseLiteral: (node) => matching(literal(node), /^-?\d{1,15}(\.\d{1,6})?$/, "a decimal with at most six places"),
});

builder.scalarType("DateTime", {
  description: 'An instant in UTC, RFC 3339 with milliseconds: "2026-03-01T09:30:00.000Z".',
  serialize: (instant) => instant.toISOString(),
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(literal(node)),
});

builder.scalarType("Date", {
  description: 'A business day in the programme\'s time zone: "2026-03-01".',
  serialize: (day) => day,
  parseValue: dayOf,
  parseLiteral: (node) => dayOf(literal(node)),
});

builder.scalarType("IdempotencyKey", {
  description: "Chosen by the caller, unique per intended effect; 16 to 64 of [A-Za-z0-9_-].",
  serialize: (key) => key,
  parseValue: (input) => matching(input, /^[A-Za-z0-9_-]{16,64}$/, "16 to 64 of [A-Za-z0-9_-]"),
  parseLiteral: (node) => matching(literal(node), /^[A-Za-z0-9_-]{16,64}$/, "16 to 64 of [A-Za-z0-9_-]"),
});

builder.scalarType("CurrencyCode", {
  description: "ISO 4217, three letters.",
  serialize: (code) => code,
  parseValue: (input) => matching(input, /^[A-Z]{3}$/, "three capital letters"),
  parseLiteral: (node) => matching(literal(node), /^[A-Z]{3}$/, "three capital letters"),
});

function wholeNumber(input: unknown): bigint {
  if (typeof input === "number" && Number.isSafeInteger(input)) return BigInt(input);
  if (typeof input === "string" && /^-?\d{1,16}$/.test(input)) return BigInt(input);
  throw badInput("Points are a whole number.");
}

function withinJson(points: bigint): bigint {
  if (points > POINTS_MAX || points < -POINTS_MAX) throw badInput(`Points are within ±${POINTS_MAX}.`);
  return points;
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(input: unknown): Date {
  const instant = new Date(matching(input, instantShape, "an RFC 3339 instant with its offset"));
  if (Number.isNaN(instant.getTime())) throw badInput(`${String(input)} is no instant.`);
  return instant;
}

function dayOf(input: unknown): string {
  const day = matching(input, /^\d{4}-\d{2}-\d{2}$/, "a date, YYYY-MM-DD");
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) throw badInput(`${day} is no date.`);
  return day;
}

function matching(input: unknown, shape: RegExp, expected: string): string {
  if (typeof input === "string" && shape.test(input)) return input;
  throw badInput(`Expected ${expected}.`);
}

/** A literal's text. Numbers are kept as written: nothing of ours passes through a float. */
function literal(node: ValueNode): string {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
  throw badInput(`Expected a string or a number, not ${(node satisfies ASTNode).kind}.`);
}
