import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { finance, type Golden, goldenCoalition, openBooks, openCycleId } from "#api/test/golden/coalition.ts";
import { january } from "#api/test/golden/january.ts";
import { may } from "#api/use-cases/can.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { requestExport } from "#api/use-cases/exports/request-export.ts";
import { runExport } from "#api/use-cases/exports/run-export.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { definitionOf, reportNames } from "#api/use-cases/reports/definitions.ts";
import { figuresIn } from "#api/use-cases/reports/figures.ts";
import { permissionFor, scopeOf } from "#api/use-cases/reports/scope.ts";
import { statementPaper } from "#api/use-cases/reports/statement-paper.ts";

/** The worked example, January closed and approved. */
let golden: Golden;
let filters: { cycleId: string; statementId: string };
const languages = ["en", "ru", "be"] as const;
const auditor: Actor = { kind: "operator", id: "usr_auditor", roles: ["AUDITOR"] };

beforeAll(async () => {
  golden = await goldenCoalition();
  await openBooks(golden);
  golden.on("2026-01-01");
  await closeDueCycle(golden.deps, systemActor);
  const cycleId = await openCycleId(golden);
  await january(golden);
  golden.on("2026-02-01");
  await closeDueCycle(golden.deps, systemActor);
  await approveCycle(golden.deps, finance, { cycleId });
  const { id } = await golden.deps.db.statement.findFirstOrThrow({ where: { cycleId, partnerId: golden.A.id } });
  filters = { cycleId, statementId: id };
}, 60_000);

afterAll(async () => {
  await golden.deps.ledger.close();
  await golden.database.close();
});

async function paperIn(language: (typeof languages)[number]) {
  const { deps } = golden;
  const { statementId } = filters;
  const scope = await scopeOf(deps, auditor, definitionOf("statement"), { statementId });
  const programme = await findProgramme(deps);
  const asked = { name: "statement", format: "PDF", scope, language, programme, at: deps.clock.now() } as const;
  return statementPaper(deps.db, asked, figuresIn(language, programme.timeZone));
}

test("a statement's paper says the same as the statement, to the last digit", async () => {
  const paper = await paperIn("en");
  const { hash } = await golden.deps.db.statement.findUniqueOrThrow({ where: { id: filters.statementId } });
  expect(paper.tables[0]?.rows).toEqual([
    ["Own points, redeemed", "", "2", "182.50"],
    ["Own points that repaid member debt", "", "2", "10.05"],
    ["Points redeemed here", "", "1", "−42.5425"],
    ["Own points, returned redemptions", "", "1", "−10.00"],
    ["Fees", "", "1", "12.00"],
  ]);
  expect(paper.net.map(({ value }) => value)).toEqual(["0.00", "152.0075", "0.0075", "152.00"]);
  expect(paper.footer).toMatchObject({ hash, page: "Page {page} of {pages}" });
  expect(paper.payment?.facts.at(-1)?.value).toBe("CY2-A-IN");
});

test("figures are written as its reader's language does", async () => {
  expect((await paperIn("ru")).net[1]).toEqual({ label: "Позиция", value: "152,0075" });
  expect((await paperIn("be")).net[1]).toEqual({ label: "Пазіцыя", value: "152,0075" });
});

const papers = reportNames.filter((name) => definitionOf(name).onPaper);

test.each(papers.flatMap((report) => languages.map((language) => ({ report, language }))))(
  "$report is a paper in $language, the same bytes each time",
  async ({ report, language }) => {
    const { needs } = definitionOf(report);
    const given = Object.fromEntries(needs.map((need) => [need, filters[need as keyof typeof filters]]));
    const ask = (key: string) =>
      requestExport(golden.deps, auditor, {
        report,
        format: "PDF",
        filters: given,
        language,
        idempotencyKey: `${report}-${language}-${key}`,
      });
    const [first, again] = [await ask("first"), await ask("again")];
    expect([first.state, again.state]).toEqual(["DONE", "DONE"]);
    expect(again.hash).toBe(first.hash);
    const part = await golden.deps.db.exportPart.findFirstOrThrow({ where: { jobId: first.id, seq: 0 } });
    expect(Buffer.from(part.content).subarray(0, 5).toString()).toBe("%PDF-");
  },
);

test("a workbook and a CSV are made of every report", async () => {
  const offered: Record<string, string> = { ...filters, partnerId: golden.A.id };
  const everybody = { ...auditor, roles: ["AUDITOR", "FINANCE", "RISK", "ADMIN"] } as Actor;
  for (const report of reportNames.filter(
    (name) =>
      definitionOf(name).needs.every((need) => need in offered) &&
      may(everybody, permissionFor(everybody, definitionOf(name))),
  )) {
    const given = Object.fromEntries(definitionOf(report).needs.map((need) => [need, offered[need]]));
    for (const format of ["CSV", "XLSX"] as const) {
      const job = await requestExport(golden.deps, everybody, {
        report,
        format,
        filters: given,
        idempotencyKey: `${report}-${format}-made`,
      });
      const done = job.state === "QUEUED" ? await runExport(golden.deps, { exportJobId: job.id }) : job;
      expect([report, format, done.state, done.error]).toEqual([report, format, "DONE", null]);
    }
  }
});
