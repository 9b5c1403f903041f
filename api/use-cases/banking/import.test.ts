import { expect, test } from "vitest";
import { writeCamt053 } from "#api/formats/write-camt053.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, operatorIbans, statementOf, type TestLines } from "#api/test/bank.ts";
import { clerk, euro, finance, type Settling, settlingMarch } from "#api/test/settling.ts";
import { countTakenLines } from "#api/use-cases/banking/find-statements.ts";
import { importBankStatement } from "#api/use-cases/banking/import-statement.ts";
import { previewBankFile } from "#api/use-cases/banking/preview-bank-file.ts";
import { readBankReconciliations } from "#api/use-cases/banking/read-reconciliation.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { recordCollateral } from "#api/use-cases/settlement/record-secured.ts";

const receipt = { amountE6: 10n * euro, bankRef: "B1", bookedOn: "2026-04-01", endToEndId: "CY1-GROCER-IN" };

const take = async (w: Settling, lines: TestLines) =>
  importBankStatement(w.deps, clerk, {
    name: "statement.xml",
    content: await statementOf(w.deps, lines),
    idempotencyKey: newId("bankFile"),
  });

const takenLines = ({ deps }: Settling) => deps.db.bankLine.count();

test("after an import the books stand where the statement closes", async () => {
  const w = await settlingMarch();
  await bankBooks(w.deps, clerk, {
    entries: [
      receipt,
      { amountE6: 3n * euro, bankRef: "B2", bookedOn: "2026-04-01" },
      { amountE6: -2n * euro, bankRef: "B3", bookedOn: "2026-04-01" },
      { amountE6: -350_000n, bankRef: "B4", bookedOn: "2026-04-01", bankCode: "ACMT/MDOP/CHRG" },
    ],
  });
  expect(await w.balances()).toMatchObject({
    BANK_SETTLEMENT: 10_650_000n,
    UNAPPLIED: -3n * euro,
    UNEXPLAINED: 2n * euro,
    BANK_CHARGES: 350_000n,
  });
  const [settlement] = await readBankReconciliations(w.deps, finance);
  expect(settlement).toMatchObject({ differenceE6: 0n, lineCount: 4, matchedCount: 2, openCount: 2 });
  expect(settlement).toMatchObject({ unappliedE6: 3n * euro, unexplainedE6: -2n * euro });
});

test("a statement of another account, twice, out of turn or with a gap is refused, and nothing of it is taken", async () => {
  const w = await settlingMarch();
  const foreign = take(w, { entries: [receipt], iban: "GB33BUKB20201555555555" });
  await expect(foreign).rejects.toMatchObject({ code: "BANK_FILE_FOREIGN", iban: "GB33BUKB20201555555555" });
  const offBooks = take(w, { entries: [receipt], openingE6: euro });
  await expect(offBooks).rejects.toMatchObject({ code: "BALANCE_DISCONTINUITY", expectedE6: 0n, foundE6: euro });
  expect(await takenLines(w)).toBe(0);

  const content = await statementOf(w.deps, { entries: [receipt] });
  const file = { name: "statement.xml", content, idempotencyKey: newId("bankFile") };
  const first = await importBankStatement(w.deps, clerk, file);
  expect(await importBankStatement(w.deps, clerk, file)).toEqual(first);
  const twice = importBankStatement(w.deps, clerk, { ...file, idempotencyKey: newId("bankFile") });
  const kept = await w.deps.db.bankFile.findFirstOrThrow();
  await expect(twice).rejects.toMatchObject({ code: "BANK_FILE_KNOWN", knownId: kept.id });
  const next = { amountE6: euro, bankRef: "B2", bookedOn: "2026-04-02" };
  const sameId = take(w, { entries: [next], bankId: first[0]?.bankId ?? "" });
  await expect(sameId).rejects.toMatchObject({ code: "BANK_FILE_KNOWN", knownId: first[0]?.id });
  const gap = take(w, { entries: [next], sequence: 3n });
  await expect(gap).rejects.toMatchObject({ code: "STATEMENT_GAP", expected: 2n, found: 3n });
  const early = take(w, { entries: [{ ...next, bookedOn: "2026-03-31" }] });
  await expect(early).rejects.toMatchObject({ code: "STATEMENT_TOO_EARLY", closedOn: "2026-04-01" });
  const jump = take(w, { entries: [next], openingE6: 11n * euro });
  await expect(jump).rejects.toMatchObject({ code: "BALANCE_DISCONTINUITY", expectedE6: 10n * euro });
  expect(await takenLines(w)).toBe(1);
});

test("another currency, sums that disagree and files that are none are refused with their place", async () => {
  const w = await settlingMarch();
  const dollars = take(w, { entries: [receipt], currency: "USD" });
  await expect(dollars).rejects.toMatchObject({ code: "BANK_FILE_UNREADABLE", problem: "FOREIGN_CURRENCY" });
  const wrong = take(w, { entries: [receipt], closingE6: 9n * euro });
  await expect(wrong).rejects.toMatchObject({ code: "BANK_FILE_UNREADABLE", problem: "SUMS_DISAGREE" });
  const nonsense = { name: "a.txt", content: "not XML", idempotencyKey: newId("bankFile") };
  await expect(importBankStatement(w.deps, clerk, nonsense)).rejects.toMatchObject({ problem: "NOT_XML", line: 1 });
  const pharmacist = importBankStatement(w.deps, w.pharmacy.finance, nonsense);
  await expect(pharmacist).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a preview says of each line what would become of it, and writes nothing", async () => {
  const w = await settlingMarch();
  const entries = [
    receipt,
    { ...receipt, bankRef: "B2" },
    { amountE6: -euro, bankRef: "B3", bookedOn: "2026-04-01" },
    { amountE6: -350_000n, bankRef: "B4", bookedOn: "2026-04-01", bankCode: "ACMT/MDOP/CHRG" },
  ];
  const { refusal, statements } = await previewBankFile(w.deps, clerk, {
    content: await statementOf(w.deps, { entries }),
  });
  expect(refusal).toBeNull();
  expect(statements[0]?.lines.map(({ rule, problem }) => [rule, problem])).toEqual([
    ["END_TO_END_ID", null],
    [null, "DUPLICATE"],
    [null, "MISSING_IN_HUB"],
    ["BANK_CODE", null],
  ]);
  expect([await takenLines(w), await w.payment(w.payIn)]).toEqual([0, "EXPECTED"]);
  const late = await previewBankFile(w.deps, clerk, {
    content: await statementOf(w.deps, { entries, openingE6: euro }),
  });
  expect(late.refusal).toMatchObject({ code: "BALANCE_DISCONTINUITY" });
});

test("the segregated account only shows what the books have: nothing is booked twice, what is missing is a break", async () => {
  const w = await settlingMarch();
  const parts = [w.grocer, w.fuel].map(({ id }, i) => ({ partnerId: id, amountE6: BigInt(i + 1) * euro }));
  await recordCollateral(w.deps, w.operator, { parts, idempotencyKey: newId("deed") });
  const line = (amountE6: bigint, bankRef: string) => ({ amountE6, bankRef, bookedOn: "2026-04-01" });
  const entries = [line(euro, "C1"), line(2n * euro, "C2"), line(5n * euro, "C3")];
  await bankBooks(w.deps, clerk, { book: "COLLATERAL", entries, openingE6: 0n });
  const items = await w.deps.db.reconItem.findMany({ orderBy: { id: "asc" } });
  expect(items.map(({ state, kind, rule, partnerId }) => [state, kind, rule, partnerId])).toEqual([
    ["MATCHED", null, "PART_OF_ENTRY", w.grocer.id],
    ["MATCHED", null, "PART_OF_ENTRY", w.fuel.id],
    ["BREAK", "UNKNOWN_RECEIPT", null, null],
  ]);
  expect(await w.balances()).toMatchObject({ BANK_COLLATERAL: 3n * euro });
  // The entry comes after the statement, and the break closes by itself.
  const late = [{ partnerId: w.pharmacy.id, amountE6: 5n * euro }];
  await recordCollateral(w.deps, w.operator, { parts: late, idempotencyKey: newId("deed") });
  await watchBank(w.deps, systemActor);
  const { state } = await w.deps.db.reconItem.findFirstOrThrow({ where: { otherRef: "C3" } });
  expect(state).toBe("RESOLVED");
});

test("equal parts of one entry are told apart by whoever the bank says paid them", async () => {
  const w = await settlingMarch();
  const parts = [w.grocer, w.fuel, w.pharmacy].map(({ id }) => ({ partnerId: id, amountE6: euro }));
  await recordCollateral(w.deps, w.operator, { parts, idempotencyKey: newId("deed") });
  const { iban } = await w.deps.db.bankAccount.findFirstOrThrow({ where: { partnerId: w.pharmacy.id } });
  const line = { amountE6: euro, bookedOn: "2026-04-01" };
  const entries = [
    { ...line, bankRef: "C1", counterpartyIban: iban },
    { ...line, bankRef: "C2", counterpartyName: "FUEL Ltd." },
    { ...line, bankRef: "C3" },
  ];
  await bankBooks(w.deps, clerk, { book: "COLLATERAL", entries, openingE6: 0n });
  const items = await w.deps.db.reconItem.findMany({ orderBy: { otherRef: "asc" } });
  const told = items.map(({ state, partnerId }) => [state, partnerId]);
  expect(told).toEqual([w.pharmacy, w.fuel, w.grocer].map(({ id }) => ["MATCHED", id]));
});

test("a line of nothing asks nobody anything, on either account", async () => {
  const w = await settlingMarch();
  for (const book of ["SETTLEMENT", "COLLATERAL"] as const) {
    const entries = [{ amountE6: 0n, bankRef: `Z-${book}`, bookedOn: "2026-04-01" }];
    expect(await bankBooks(w.deps, clerk, { book, entries })).toEqual([]);
  }
  expect(await w.deps.db.reconItem.count()).toBe(0);
});

test("ten thousand lines are taken, each booked once, also when it is broken off in between", async () => {
  const w = await settlingMarch();
  const entries = Array.from({ length: 10_000 }, (_, i) => ({
    amountE6: i === 0 ? 10n * euro : 1_000_000n + BigInt(i) * 10_000n,
    bankRef: `L${i}`,
    bookedOn: "2026-04-01",
    counterpartyName: `Payer ${i % 37}`,
    ...(i === 0 ? { endToEndId: "CY1-GROCER-IN" } : {}),
  }));
  const total = entries.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  const content = writeCamt053({
    messageId: "LONG",
    createdAt: w.clock.now(),
    statements: [
      {
        bankId: "LONG",
        iban: operatorIbans.SETTLEMENT,
        currency: "EUR",
        opening: { amountE6: 0n, on: "2026-04-01" },
        entries,
      },
    ],
  });
  const file = { name: "long.xml", content, idempotencyKey: newId("bankFile") };
  let chunks = 0;
  const cut = (point: string) => {
    if (point === "import: lines stored") chunks += 1;
    if (chunks === 3) throw new Error("a power cut");
  };
  await expect(importBankStatement({ ...w.deps, reach: cut }, clerk, file)).rejects.toThrow("a power cut");
  const { id } = await w.deps.db.bankStatement.findFirstOrThrow();
  expect(await countTakenLines(w.deps, finance, [id])).toEqual(new Map([[id, 1_500]]));
  await importBankStatement(w.deps, clerk, file);
  expect(await takenLines(w)).toBe(10_000);
  expect(await w.balances()).toMatchObject({ BANK_SETTLEMENT: total });
  expect(await w.payment(w.payIn)).toBe("RECEIVED");
  const { rows } = await w.database.pool.query("select reltuples from pg_class where relname = 'bank_line'");
  expect(rows).toEqual([{ reltuples: 10_000 }]);
}, 180_000);
