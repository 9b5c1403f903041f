import { beforeAll, expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { formatMoney } from "#api/kernel/money.ts";
import { memberData } from "#api/ledger/read/reports/member-data.ts";
import { type TwoSides, twoSides } from "#api/test/two-sides.ts";
import { readExportFile } from "#api/use-cases/exports/read-export-file.ts";
import { requestExport } from "#api/use-cases/exports/request-export.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { soldLinesOf } from "#api/use-cases/purchases/stored.ts";
import { stampCounter } from "#api/use-cases/purchases/windows.ts";
import { definitionOf } from "#api/use-cases/reports/definitions.ts";
import { FormatNotOffered, ReportSubjectNotFound } from "#api/use-cases/reports/refusals.ts";
import { scopeAt, scopeOf } from "#api/use-cases/reports/scope.ts";

let w: TwoSides;
let ana: Actor & { kind: "member" };

beforeAll(async () => {
  w = await twoSides();
  ana = w.ana.actor as Actor & { kind: "member" };
  const person = { id: ana.id, name: "Ana of Ours", email: "ana@example.org" };
  await w.deps.db.user.upsert({ where: { id: ana.id }, create: person, update: person });
  await w.deps.db.member.update({ where: { id: w.ana.id }, data: { userId: ana.id } });
  await session("session-of-ana", ana.id, "the token of Ana");
  await w.deps.db.account.create({
    data: {
      id: "account-of-ana",
      accountId: ana.id,
      providerId: "credential",
      userId: ana.id,
      password: "what is left of the password",
    },
  });
  await onceMore();
}, 120_000);

/** What neither side has done. */
async function onceMore(): Promise<void> {
  const { db, ledger, clock } = w.deps;
  const memberId = w.ana.id;
  const at = clock.now();
  await db.memberDevice.create({ data: { memberId, device: "a hash of a device", seenAt: at } });
  const ranked = { tier: "SILVER", keptTier: "BASE", keptUntil: "", countedFrom: "2026-01" };
  await db.memberTier.create({ data: { memberId, since: at, ...ranked } });
  await db.notice.create({
    data: { id: newId("notice"), userId: ana.id, kind: "POINTS_ADJUSTED", facts: { points: "5" }, createdAt: at },
  });
  const words = { en: "Coffee", ru: "Кофе", be: "Кава" };
  await db.stampCard.create({
    data: {
      id: newId("stampCard"),
      code: "coffee-of-ana",
      name: words,
      terms: words,
      symbol: "COFFEE",
      size: 6,
      createdBy: "system",
      createdAt: at,
    },
  });
  const key = { owner: "system", key: "four stamps for Ana", fingerprint: "" };
  const counts = [{ counter: stampCounter("coffee-of-ana", memberId), by: 4n, most: null }];
  await lookedInto(memberId, at);
  const { id: couponId } = await db.coupon.findFirstOrThrow({ where: { memberId } });
  const came = { couponId, fromMemberId: w.bohdan.id, toMemberId: memberId, at };
  await db.couponTransfer.create({ data: { id: newId("couponTransfer"), ...came } });
  await ledger.post({ kind: "stamp", actor: systemActor, ...key, occurredAt: at, place: null, movements: [], counts });
}

/** Two doings that stood out: one is decided, of the other nobody has been told. */
async function lookedInto(subjectId: string, at: Date): Promise<void> {
  const { db } = w.deps;
  const agreed = { reason: "Too fast", validFrom: at, approvalId: newId("approval"), createdAt: at };
  const rule = { kind: "RECEIPTS", subject: "MEMBER", limit: 3n, action: "OPEN_CASE", ...agreed } as const;
  const { id: ruleId } = await db.velocityRule.create({ data: { id: newId("velocityRule"), ...rule } });
  for (const [day, closed] of [
    ["2026-03-01", { state: "DISMISSED" as const, closedAt: at }],
    ["2026-03-02", {}],
  ] as const) {
    const [windowFrom, windowUntil] = [new Date(`${day}T08:00:00Z`), new Date(`${day}T09:00:00Z`)];
    const found = { ruleId, subjectId, windowFrom, windowUntil, value: 4n, openedAt: at, ...closed };
    await db.velocityCase.create({ data: { id: newId("velocityCase"), ...found } });
  }
}

const session = (id: string, userId: string, token: string) =>
  w.deps.db.session.create({
    data: {
      id,
      userId,
      token,
      expiresAt: new Date("2027-01-01T00:00:00Z"),
      ipAddress: "192.0.2.7",
      userAgent: "Firefox",
    },
  });

type Data = { document: string; asOf: string; currency: string; sections: Record<string, Record<string, unknown>[]> };
let asked = 0;

async function textOf(actor: Actor): Promise<string> {
  asked += 1;
  const job = await requestExport(w.deps, actor, {
    report: "member_data",
    format: "JSON",
    idempotencyKey: `data-of-a-member-${asked}`,
  });
  expect(job).toMatchObject({ state: "DONE", fileName: expect.stringMatching(/^member_data\.mem_.*\.json$/) });
  let text = "";
  const decoder = new TextDecoder();
  for await (const part of (await readExportFile(w.deps, actor, job.id)).parts)
    text += decoder.decode(part, { stream: true });
  return text;
}

const money = (e6: bigint) => formatMoney(e6, 0);

const dataOf = async (actor: Actor): Promise<Data> => JSON.parse(await textOf(actor));

test("a member gets one file with everything of every kind that the hub holds about them", async () => {
  const { document, sections, currency } = await dataOf(ana);
  expect({ document, currency }).toEqual({ document: "member_data", currency: "EUR" });
  const empty = Object.keys(sections).filter((name) => sections[name]?.length === 0);
  // Campaigns of two sides compare nobody.
  expect(empty).toEqual(["comparisons"]);
  expect(sections["stamps"]).toMatchObject([{ card: { en: "Coffee" }, stamps: "4" }]);
  expect(sections["membership"]).toMatchObject([{ id: w.ana.id, status: "ACTIVE", enrolledWith: "Grocer" }]);
  const purchases = await w.deps.db.purchase.findMany({ where: { memberId: w.ana.id } });
  expect(sections["purchases"]?.map(({ id }) => id).sort()).toEqual(purchases.map(({ id }) => id).sort());
  const kept = purchases.find(({ id }) => id === sections["purchases"]?.[0]?.["id"])?.lines;
  expect(sections["purchases"]?.[0]?.["lines"]).toEqual(
    soldLinesOf(kept).map(({ seq, sku, quantityMilli, unitPriceE6, amountE6, discountE6, ...line }) => ({
      ...{ number: seq, article: sku, name: line.name, category: line.category, brand: line.brand, kind: line.kind },
      ...{ quantity: money(quantityMilli * 1_000n), unitPrice: money(unitPriceE6) },
      ...{ amount: money(amountE6), discount: money(discountE6) },
      ...{ pointsEarned: String(line.pointsEarned), pointsSpent: String(line.pointsSpent) },
    })),
  );
  const wallet = await w.deps.db.wallet.findUniqueOrThrow({ where: { memberId: w.ana.id } });
  expect(sections["balance"]?.[0]).toMatchObject({ available: String(wallet.available) });
  expect(sections["entries"]).toHaveLength(Number(wallet.version));
  expect(sections["velocityCases"]).toMatchObject([{ rule: "RECEIPTS", value: "4", state: "DISMISSED" }]);
  expect(sections["sessions"]).toMatchObject([{ address: "192.0.2.7", device: "Firefox" }]);
});

test("fields are named in one way, and points and money in them are texts", async () => {
  const { sections } = await dataOf(ana);
  const names = Object.entries(sections).flatMap(([name, rows]) =>
    rows.flatMap((row) => Object.keys(row).map((field) => `${name}.${field}`)),
  );
  expect(names.filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  expect(sections["spendGuard"]).toMatchObject([{ confirmAbove: "0", dayMost: "777", partners: ["Grocer"] }]);
  expect(sections["tier"]).toMatchObject([{ tier: "SILVER", keptTier: "BASE", countedFrom: "2026-01" }]);
  const money = expect.stringMatching(/^-?\d+(\.\d+)?$/);
  expect(sections["customerFigures"]?.[0]).toMatchObject({ spend: money, spendYear: money, average: money });
});

test("of a coupon passed on each side's own part is told, not the other's", async () => {
  const { sections } = await dataOf(ana);
  const { coupon } = await w.deps.db.couponTransfer.findFirstOrThrow({
    where: { fromMemberId: w.ana.id },
    include: { coupon: { include: { pool: true } } },
  });
  const directions = sections["couponTransfers"]?.map(({ direction }) => direction).toSorted();
  expect(directions).toEqual(["GIVEN", "RECEIVED"]);
  expect(sections["couponTransfers"]).toContainEqual(expect.objectContaining({ coupon: coupon.pool.name }));
  expect(JSON.stringify(sections["coupons"])).not.toContain(coupon.code);
});

test("and nothing of anybody else, nor what would let somebody in", async () => {
  const text = await textOf(ana);
  const { db } = w.deps;
  const others = { NOT: { memberId: w.ana.id } };
  const [members, identifiers, profiles, users] = await Promise.all([
    db.member.findMany({ where: { NOT: { id: w.ana.id } } }),
    db.identifier.findMany({ where: others }),
    db.memberProfile.findMany({ where: others }),
    db.user.findMany({ where: { NOT: { id: ana.id } } }),
  ]);
  const foreign = [
    ...w.canaries,
    ...members.map(({ id }) => id),
    ...identifiers.map(({ value }) => value),
    ...profiles.map(({ name }) => name).filter((name) => name.length > 4),
    ...users.flatMap(({ id, email }) => [id, email]),
  ];
  expect(foreign.filter((one) => text.includes(one))).toEqual([]);
  expect(["the token of Ana", "what is left of the password"].filter((secret) => text.includes(secret))).toEqual([]);
});

test("those who were merged into a member are in the member's file", async () => {
  const { db } = w.deps;
  const id = "mem_merged_into_ana";
  const gone = { status: "MERGED", mergedIntoId: w.ana.id } as const;
  await db.member.create({
    data: { id, ...gone, enrolledAt: w.clock.now(), profile: { create: { name: "Ana Before" } } },
  });
  const { sections } = await dataOf(ana);
  expect(sections["membership"]?.map((one) => one["id"]).sort()).toEqual([w.ana.id, id].sort());
  expect(sections["profile"]).toContainEqual(expect.objectContaining({ name: "Ana Before" }));
});

test("nobody has it but the member: not the operator, not a partner, not another member", async () => {
  const asks = (actor: Actor, memberId: string | null) =>
    requestExport(w.deps, actor, {
      report: "member_data",
      format: "JSON",
      filters: { memberId },
      idempotencyKey: `data-of-somebody-else-${actor.kind}`,
    });
  await expect(asks(w.operator, w.ana.id)).rejects.toThrow(Forbidden);
  await expect(asks(w.grocer.finance, w.ana.id)).rejects.toThrow(Forbidden);
  await expect(asks(w.bohdan.actor, w.ana.id)).rejects.toThrow(ReportSubjectNotFound);
});

test("a document is no table, and a table no document", async () => {
  const ask = (report: "member_data" | "history", format: "CSV" | "JSON") =>
    requestExport(w.deps, ana, { report, format, idempotencyKey: `wrong-format-${report}` });
  await expect(ask("member_data", "CSV")).rejects.toThrow(FormatNotOffered);
  await expect(ask("history", "JSON")).rejects.toThrow(FormatNotOffered);
});

/** Tables that know a member or a person and are not in the file, and why. */
const leftOut: Record<string, string> = {
  two_factor: "secrets",
  channel_link_code: "secrets: hashes that live for minutes",
  sign_in_account: "secrets: what a person signs in with",
  staff: "roles of people who work here",
  spend_misses: "a counter of minutes",
  member_day: "sums of the purchases",
  velocity_event: "the entries once more, for a few days",
  segment_event: "the segments once more",
  handled_lot: "a note of a run over lots",
  coupon_run: "of people who work here",
  campaign_simulation: "of people who work here",
  segment_recount: "of people who work here",
  approval: "of people who work here; what came of it is told",
  booking: "money between partners and the operator",
  code_guess: "a counter of minutes",
};

test("no table that knows a member is forgotten", async () => {
  const scope = await scopeOf(w.deps, ana, definitionOf("member_data"), {});
  const { sql } = memberData(scopeAt(scope, await findProgramme(w.deps), w.clock.now()));
  const { rows } = await w.database.pool.query<{ table: string }>(
    `SELECT DISTINCT c.table_name AS "table" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND (c.column_name LIKE '%member_id'
         OR c.column_name IN ('user_id', 'advocate_id', 'friend_id', 'subject_id', 'who'))`,
  );
  const told = (table: string) => new RegExp(`(FROM|JOIN) "?${table}"? `).test(sql);
  expect(rows.length).toBeGreaterThan(30);
  expect(
    rows
      .map(({ table }) => table)
      .filter((table) => !told(table))
      .sort(),
  ).toEqual(Object.keys(leftOut).sort());
});
