import { expect, test } from "vitest";
import { creditorReference, formatIban, parseBic, parseCreditorReference, parseIban } from "#api/kernel/iban.ts";

test.for([
  "DE89370400440532013000",
  "GB82 WEST 1234 5698 7654 32",
  "no93 8601 1117 947",
  "BY13NBRB3600900000002Z00AB00",
])("%s is an IBAN", (text) => {
  expect(parseIban(text)).toBe(text.replaceAll(" ", "").toUpperCase());
});

test.for<[string, string]>([
  ["one digit mistyped", "DE89370400440532013001"],
  ["two digits turned", "DE89370400440532010300"],
  ["a digit too few, and the check digits right", "DE5137040044053201300"],
  ["a country without IBANs", "US89370400440532013000"],
  ["letters where the check digits stand", "DEXX370400440532013000"],
  ["nothing", ""],
])("%s is no IBAN", ([, text]) => {
  expect(parseIban(text)).toBeNull();
});

test("people read an IBAN in groups of four", () => {
  expect(formatIban("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00");
});

test("a BIC has eight characters or eleven", () => {
  expect(["COBADEFF", "cobadeffxxx", "COBADEF", "COBADEFFXX", "COBA1EFF"].map(parseBic)).toEqual([
    "COBADEFF",
    "COBADEFFXXX",
    null,
    null,
    null,
  ]);
});

test("a creditor reference carries check digits that agree", () => {
  expect(creditorReference("539007547034")).toBe("RF18539007547034");
  expect(parseCreditorReference("rf18 5390 0754 7034")).toBe("RF18539007547034");
  expect(parseCreditorReference("RF18539007547035")).toBeNull();
});

test("a creditor reference has at most twenty-one letters and digits", () => {
  expect(creditorReference("A".repeat(21))).toHaveLength(25);
  expect([creditorReference("A".repeat(22)), creditorReference("CY1-GROCER"), creditorReference("")]).toEqual([
    null,
    null,
    null,
  ]);
});
