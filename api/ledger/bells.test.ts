import { expect, test } from "vitest";
import { bellsOf } from "./bells.ts";
import type { Line } from "./lines.ts";
import { emptyPlan } from "./planning.ts";
import type { Planned } from "./write.ts";

type Rung = Parameters<typeof bellsOf>[0];

const line = (account: Line["account"], ownerId: string) => ({ account, ownerId }) as Line;
const planned = (partnerId: string | null, lines: Line[]): Rung[number] => ({
  deed: { place: partnerId ? { partnerId, locationId: null, terminalId: null } : undefined } as Planned["deed"],
  plan: { ...emptyPlan(), entries: [{ lines }], effects: {} } as unknown as Planned["plan"],
});
const told = (batch: Rung) => bellsOf(batch).map((bell) => JSON.parse(bell));

test("who earned, where it was, and whose position moved look again, each once", () => {
  const earned = [line("ISSUED", "ptn_grocer"), line("AVAIL", "mem_ana")];
  const billed = [line("POSITION", "ptn_fuel"), line("MARGIN", "")];
  expect(told([planned("ptn_grocer", earned), planned("ptn_grocer", [...earned, ...billed])])).toEqual([
    { members: ["mem_ana"], partners: ["ptn_grocer", "ptn_fuel"] },
  ]);
});

test("nobody is told of what concerns nobody", () => {
  expect(told([planned(null, [line("FEES", ""), line("BANK_SETTLEMENT", "")])])).toEqual([]);
});

test("many are told in several texts, none longer than the database carries", () => {
  const ids = Array.from({ length: 250 }, (_none, nth) => `mem_${String(nth).padStart(26, "0")}`);
  const bells = bellsOf(ids.map((id, nth) => planned(`ptn_${String(nth).padStart(26, "0")}`, [line("DEBT", id)])));
  expect(bells.flatMap((bell) => JSON.parse(bell).members)).toEqual(ids);
  expect(bells.flatMap((bell) => JSON.parse(bell).partners)).toHaveLength(250);
  expect(Math.max(...bells.map((bell) => Buffer.byteLength(bell)))).toBeLessThan(8_000);
});
