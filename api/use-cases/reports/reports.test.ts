import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StatementLine } from "#api/ledger/statement.ts";
import { finance, type Golden, goldenCoalition, openBooks, openCycleId } from "#api/test/golden/coalition.ts";
import { january } from "#api/test/golden/january.ts";
import { picked, reportRows, summed } from "#api/test/report-rows.ts";
import { may } from "#api/use-cases/can.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { listEntries, listLines } from "#api/use-cases/cycles/entries.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { definitionOf, type ReportName, reportNames } from "#api/use-cases/reports/definitions.ts";
import { ReportFilterRefused, ReportSubjectNotFound } from "#api/use-cases/reports/refusals.ts";
import { permissionFor } from "#api/use-cases/reports/scope.ts";

/** The worked example, January closed and approved. */
let golden: Golden;
let cycleId: string;
const onlyClerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };
const e6 = (euro: number) => BigInt(Math.round(euro * 1_000_000));

beforeAll(async () => {
  golden = await goldenCoalition();
  await openBooks(golden);
  golden.on("2026-01-01");
  await closeDueCycle(golden.deps, systemActor);
  cycleId = await openCycleId(golden);
  await january(golden);
  golden.on("2026-02-01");
  await closeDueCycle(golden.deps, systemActor);
  await approveCycle(golden.deps, finance, { cycleId });
}, 60_000);

afterAll(async () => {
  await golden.deps.ledger.close();
  await golden.database.close();
});

const rowsOf = (name: ReportName, filters = {}, actor: Actor = auditor) =>
  reportRows(golden.deps, actor, name, filters);

describe("the operator's reports of the worked example", () => {
  test("say who pays for whose redemptions, as its matrix does", async () => {
    const rows = await rowsOf("settlement_matrix", { cycleId });
    expect(picked(rows, "issuer", "redeemer", "points", "issuer_charge", "redeemer_credit", "on_us")).toEqual([
      ["Partner A", "Partner B", 13_000n, e6(130), e6(110.5), false],
      ["Partner A", "Partner C", 4_250n, e6(42.5), e6(38.25), false],
      ["Partner B", "Partner B", 1_000n, e6(10.5), e6(8.5), true],
      ["Partner C", "Partner A", 5_005n, e6(50.05), e6(42.5425), false],
    ]);
    expect(summed(rows, "margin")).toBe(summed(rows, "issuer_charge") - summed(rows, "redeemer_credit"));
  });

  test("end in its obligations", async () => {
    const rows = await rowsOf("net_obligations", { cycleId });
    expect(picked(rows, "partner", "net", "settled_amount", "carried", "direction", "open")).toEqual([
      ["Partner A", e6(152.0075), e6(152), e6(0.0075), "PAY_IN", e6(152)],
      ["Partner B", e6(-96.5), e6(-96.5), 0n, "PAY_OUT", e6(96.5)],
      ["Partner C", e6(31.35), e6(31.35), 0n, "PAY_IN", e6(31.35)],
    ]);
  });

  test("roll points forward to what is outstanding, with nothing unexplained", async () => {
    const rows = await rowsOf("points_liability", { cycleId });
    expect(picked(rows, "issuer", "opening", "closing", "value")).toEqual([
      ["Partner A", 0n, 745n, e6(7.45)],
      ["Partner B", 1_200n, 6_500n, e6(68.25)],
      ["Partner C", 600n, 2_000n, e6(20)],
      ["Operator", 0n, 300n, e6(3)],
    ]);
    const steps = [
      "opening",
      "issued",
      "redeemed",
      "returned",
      "expired",
      "clawed_back",
      "debt_recovered",
      "transferred",
    ];
    for (const row of rows) {
      expect(steps.reduce((sum, step) => sum + (row[step] as bigint), 0n)).toBe(row["closing"]);
      expect(row["other"]).toBe(0n);
      expect(summed([row], "pending") + summed([row], "available") + summed([row], "reserved")).toBe(row["closing"]);
    }
    const aged = await rowsOf("points_ageing", { cycleId });
    expect([summed(aged, "points"), summed(aged, "value")]).toEqual([summed(rows, "closing"), summed(rows, "value")]);
  });

  test("find in the funds exactly what they must hold", async () => {
    const rows = await rowsOf("redemption_fund", { cycleId });
    expect(picked(rows, "issuer", "opening", "closing", "required", "difference", "other")).toEqual([
      ["Partner C", e6(6), e6(20), e6(20), 0n, 0n],
      ["Operator", 0n, e6(3), e6(3), 0n, 0n],
    ]);
    const steps = ["opening", "billed", "spent", "returned", "reversed", "expired"];
    expect(steps.reduce((sum, step) => sum + summed(rows, step), 0n)).toBe(summed(rows, "closing"));
  });

  test("share out what lapsed", async () => {
    const rows = await rowsOf("breakage");
    const lapsed = rows.filter((row) => (row["points"] as bigint) > 0n);
    expect(picked(lapsed, "issuer", "expiry_month", "points", "operator_share", "issuer_share")).toEqual([
      ["Partner B", "2026-01", 200n, 0n, 0n],
      ["Partner C", "2026-01", 600n, e6(3.6), e6(2.4)],
    ]);
  });

  test("show in a cycle's control that every account is there and every rule holds", async () => {
    const rows = await rowsOf("cycle_control", { cycleId });
    const of = (item: string) => rows.filter((row) => row["item"] === item);
    expect(summed(of("ACCOUNT"), "points")).toBe(0n);
    expect(summed(of("ACCOUNT"), "amount")).toBe(0n);
    expect(summed(of("ENTRIES"), "count")).toBe(BigInt(await golden.deps.db.entry.count({ where: { cycleId } })));
    expect(of("STATEMENT")).toHaveLength(3);
    expect(picked(of("APPROVED_BY"), "text")).toEqual([["operator:usr_finance"]]);
    expect(of("INVARIANT").filter((row) => row["count"] !== 0n)).toEqual([]);
  });

  test("tell exposure as the page does", async () => {
    const rows = await rowsOf("exposure");
    const [pharmacy] = rows.filter(({ partner }) => partner === "Partner C");
    expect(pharmacy).toMatchObject({ due: e6(31.35), collateral: e6(6), loss_pool: e6(2), exposure: e6(23.35) });
  });
});

describe("a partner's transactions", () => {
  test.each(["A", "B", "C"] as const)("of %s add up to its statement, section by section", async (code) => {
    const { id: partnerId, finance: own } = golden[code];
    const rows = await rowsOf("transactions", { cycleId }, own);
    const statement = await golden.deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId } });
    const bySection = Map.groupBy(
      rows.filter((row) => row["statement_line"]),
      (row) => String(row["statement_line"]),
    );
    const added = Object.fromEntries([...bySection].map(([section, own]) => [section, summed(own, "amount")]));
    const lines = (statement.lines as StatementLine[]).map(({ section, amountE6 }) => [section, BigInt(amountE6)]);
    expect(added).toEqual(Object.fromEntries(lines));
    expect(summed(await rowsOf("statement", { statementId: statement.id }, own), "amount")).toBe(statement.positionE6);
  });

  test("name points and prices of both sides of one redemption, each its own", async () => {
    const issuer = (await rowsOf("transactions", { cycleId, section: "ISSUER_CHARGE" }, golden.A.finance)).find(
      ({ points }) => points === 14_000n,
    );
    const redeemer = (await rowsOf("transactions", { cycleId, section: "REDEEMER_CREDIT" }, golden.B.finance)).find(
      ({ points }) => points === 15_000n,
    );
    expect(issuer).toMatchObject({ role: "ISSUER", rate: 10_000n, amount: e6(140), member_token: null, store: null });
    expect(redeemer).toMatchObject({ role: "REDEEMER", rate: 8_500n, amount: e6(-127.5), member_token: golden.M1 });
    expect(issuer?.["entry_id"]).toBe(redeemer?.["entry_id"]);
  });
});

const owner = { kind: "partnerStaff", id: "usr_owner", partnerId: "ptn_any", roles: ["OWNER", "FINANCE"] } as const;

describe("both sides of a redemption", () => {
  test.each(["A", "B", "C"] as const)(
    "%s opens every line of its statement and sees its own side only",
    async (code) => {
      const { id: partnerId, finance: own } = golden[code];
      const { deps } = golden;
      const statement = await deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId } });
      for (const { section, amountE6, entryCount } of statement.lines as StatementLine[]) {
        const { rows } = await listEntries(deps, own, { cycleId, partnerId, section }, { first: 100, after: null });
        expect(rows).toHaveLength(entryCount);
        const ids = rows.map(({ id }) => id);
        const lines = [...(await listLines(deps, own, ids, { first: 100, after: null })).values()].flatMap(
          (page) => page.rows,
        );
        expect(lines.every(({ ownerId }) => ownerId === partnerId)).toBe(true);
        const position = lines.filter((line) => line.account === "POSITION" && line.section === section);
        expect(position.reduce((sum, { amount }) => sum + amount, 0n)).toBe(BigInt(amountE6));
      }
    },
  );

  test("asking for the other's side shows one's own", async () => {
    const asked = { cycleId, partnerId: golden.B.id, section: "REDEEMER_CREDIT" } as const;
    const { rows } = await listEntries(golden.deps, golden.A.finance, asked, { first: 100, after: null });
    const mine = await golden.deps.db.line.findMany({
      where: { entryId: { in: rows.map(({ id }) => id) }, account: "POSITION", ownerId: golden.A.id },
    });
    expect(new Set(mine.map(({ entryId }) => entryId)).size).toBe(rows.length);
    expect(rows.filter(({ partnerId }) => partnerId === golden.B.id)).toEqual([]);
  });
});

describe("a partner's reports", () => {
  const partnersOwn = reportNames.filter((name) => may(owner, definitionOf(name).permission));
  const ownerOf = ({ id: partnerId }: { id: string }): Actor => ({ ...owner, partnerId });

  test.each(partnersOwn)("%s holds nothing of anybody else", async (name) => {
    const { A, B, C } = golden;
    const statement = await golden.deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId: A.id } });
    const offered: Record<string, string> = { cycleId, statementId: statement.id };
    const { needs } = definitionOf(name);
    if (needs.some((need) => need !== "partnerId" && !offered[need])) return;
    const filters = Object.fromEntries(needs.flatMap((need) => (offered[need] ? [[need, offered[need]]] : [])));
    const text = JSON.stringify(await rowsOf(name, filters, ownerOf(A)), (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect([B.id, C.id, golden.M3].filter((id) => text.includes(id))).toEqual([]);
  });

  test("know no ids of others, in the words for ids of nobody", async () => {
    const theirs = await golden.deps.db.statement.findFirstOrThrow({ where: { partnerId: golden.B.id } });
    const words = async (filters: object, name: ReportName) =>
      rowsOf(name, filters, golden.A.finance).catch((error: Error) => [
        error.constructor,
        error.message.split(" ").length,
      ]);
    expect(await words({ cycleId, partnerId: golden.B.id }, "positions")).toEqual(
      await words({ cycleId, partnerId: newId("partner") }, "positions"),
    );
    expect(await words({ statementId: theirs.id }, "statement")).toEqual([ReportSubjectNotFound, 6]);
    expect(await words({ statementId: newId("statement") }, "statement")).toEqual([ReportSubjectNotFound, 6]);
  });
});

test("a report refuses what it does not take, misses what it needs, and is not for everybody", async () => {
  await expect(rowsOf("cycles", { cycleId })).rejects.toThrow(ReportFilterRefused);
  await expect(rowsOf("settlement_matrix")).rejects.toThrow(/cycleId is needed/);
  await expect(rowsOf("settlement_matrix", { cycleId }, onlyClerk)).rejects.toThrow(Forbidden);
  await expect(rowsOf("entries", { cycleId }, onlyClerk)).rejects.toThrow(Forbidden);
  expect(permissionFor(golden.A.finance, definitionOf("entries"))).toBe("position:read");
});

test("every report can be had by whoever may have it", async () => {
  const everybody: Actor = { kind: "operator", id: "usr_all", roles: ["ADMIN", "FINANCE", "RISK", "CLERK", "AUDITOR"] };
  const statement = await golden.deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId: golden.A.id } });
  const offered: Record<string, string> = {
    cycleId,
    statementId: statement.id,
    partnerId: golden.A.id,
    memberId: golden.M1,
  };
  // Files of partners, pools of coupons, partners' customer books and members' own data have their own tests.
  const askable = reportNames.filter(
    (one) =>
      definitionOf(one).needs.every((need) => need in offered) &&
      may(everybody, permissionFor(everybody, definitionOf(one))),
  );
  expect(reportNames.filter((one) => !askable.includes(one)).sort()).toEqual([
    "coupon_codes",
    "customers",
    "member_data",
    "recon_result",
  ]);
  for (const name of askable) {
    const { needs, columns } = definitionOf(name);
    const rows = await rowsOf(name, Object.fromEntries(needs.map((need) => [need, offered[need]])), everybody);
    const named = columns.map((column) => column.name).filter((column) => column !== "currency");
    expect(Object.keys(rows[0] ?? {}).filter((column) => !named.includes(column)).length, name).toBeLessThanOrEqual(1);
    expect(
      named.filter((column) => rows[0] && !(column in rows[0])),
      name,
    ).toEqual([]);
  }
});
