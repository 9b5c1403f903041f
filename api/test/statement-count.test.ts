import { type DocumentNode, graphql, Kind, type OperationDefinitionNode, print, type TypeNode, visit } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#api/graph/context.ts";
import { type OperationFile, operationFiles } from "#api/graph/contract.ts";
import { toSchema } from "#api/graph/schema.ts";
import type { Actor, PartnerRole } from "#api/kernel/actor.ts";
import { type IdKind, newId } from "#api/kernel/ids.ts";
import { type Connection, connect } from "#api/sql/client.ts";
import { kindNamed } from "#api/test/asking.ts";
import { type Crowd, crowd } from "#api/test/crowd.ts";
import { layDesk } from "#api/test/desk.ts";
import { recordAudits } from "#api/use-cases/audit/record-audit.ts";
import { notify } from "#api/use-cases/notices/notify.ts";

/**
 * What a screen asks costs the same number of statements whether it shows one row or fifty. New operations are
 * measured from the day their file appears.
 */
const queries = operationFiles().filter(({ document }) => operationOf(document).operation === "query");

let one: Crowd;
let fifty: Crowd;
const connections: Connection[] = [];
beforeAll(async () => {
  one = oneByOne(await crowd({ size: 1, months: 2 }));
  fifty = oneByOne(await crowd({ size: 50, months: 5 }));
  await office(one, 1);
  await office(fifty, 50);
  await layDesk(one, 1);
  await layDesk(fifty, 50);
}, 240_000);
afterAll(async () => {
  for (const connection of connections) await connection.close();
});

/**
 * The same coalition read over a single connection: answers come in the order of the questions, so that what a loader
 * gathers depends on the operation and not on which statement happened to be quicker.
 */
function oneByOne(w: Crowd): Crowd {
  const connection = connect(w.database.url, { max: 1 });
  connections.push(connection);
  return { ...w, deps: { ...w.deps, db: connection.db } };
}

/** What the office keeps for whoever looks: events of the audit log, notices, files. */
async function office({ deps, operator, grocer }: Crowd, size: number): Promise<void> {
  const at = deps.clock.now();
  const userId = "id" in operator ? operator.id : "";
  const every = <Row>(row: (nth: number) => Row): Row[] => Array.from({ length: size }, (_none, nth) => row(nth));
  await deps.db.$transaction(async (tx) => {
    const about = { action: "addLocation", object: "location", partnerId: grocer.id, before: null, at };
    await recordAudits(
      tx,
      operator,
      every((nth) => ({ ...about, objectId: `loc_${nth}`, after: { nth } })),
    );
    for (const nth of every((one) => String(one)))
      await notify(tx, { userId, kind: "BREAKS_FOUND", facts: { nth }, href: null, at });
  });
  const asked = { report: "cycles", format: "CSV", params: {}, requestedBy: `operator:${userId}`, userId } as const;
  await deps.db.exportJob.createMany({ data: every(() => ({ id: newId("exportJob"), ...asked, createdAt: at })) });
}

test.each(queries.map((file) => [file.file, file] as const))("%s", async (_name, file) => {
  const small = await measure(one, file);
  const large = await measure(fifty, file);
  expect(large.statements).toEqual(small.statements);
});

/** Runs an operation twice, so that what is read once per process is not counted, and lists the second run's SQL. */
async function measure(w: Crowd, { file, document }: OperationFile): Promise<{ statements: string[] }> {
  const actor = actorFor(w, file);
  const variableValues = await variablesOf(w, document);
  const run = async () => {
    const contextValue: Context = {
      deps: w.deps,
      actor,
      loaders: new Map(),
      requestId: "count",
      currency: { code: "EUR", minorDigits: 2 },
      doorbells: {
        rings: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: null }) }) }),
      },
    };
    return graphql({ schema: toSchema(), source: print(document), variableValues, contextValue });
  };
  expect((await run()).errors).toBeUndefined();
  return { statements: await counted(run) };
}

/** The tables each statement reads from: easier to compare by eye than the statements. */
async function counted(run: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === "string" ? args[0] : (args[0] as { text?: string } | undefined)?.text;
    statements.push(
      [...(text ?? "").matchAll(/\b(?:from|join)\s+"?(?:public"?\."?)?(\w+)/gi)].map(([, name]) => name).join("+"),
    );
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements.sort();
}

const everyPartnerRole = [
  "OWNER",
  "MANAGER",
  "FINANCE",
  "CASHIER",
  "ANALYST",
] as const satisfies readonly PartnerRole[];

/** Whose screen it is, by its folder. */
function actorFor({ operator, grocer, ana }: Crowd, file: string): Actor {
  if (file.startsWith("member/")) return ana.actor;
  if (file.startsWith("till/")) return grocer.till;
  return file.startsWith("partner/") ? ({ ...grocer.finance, roles: everyPartnerRole } as Actor) : operator;
}

async function variablesOf(w: Crowd, document: DocumentNode): Promise<Record<string, unknown>> {
  const { variableDefinitions = [] } = operationOf(document);
  const values = await Promise.all(
    variableDefinitions.map(async ({ variable, type }) => [
      variable.name.value,
      await variableOf(w, document, variable.name.value, type),
    ]),
  );
  return Object.fromEntries(values);
}

async function variableOf(w: Crowd, document: DocumentNode, name: string, type: TypeNode): Promise<unknown> {
  const named = print(type).replaceAll(/[[\]!]/g, "");
  // Lists are narrowed to one thing of many kinds, or to none.
  if (type.kind !== Kind.NON_NULL_TYPE && narrowing.has(name)) return undefined;
  if (named === "ID") return idOf(w, kindOf(document, name));
  if (name === "first") return pageOf.get(operationOf(document).name?.value ?? "") ?? 50;
  if (name === "actors") return [`operator:${"id" in w.operator ? w.operator.id : ""}`];
  if (named === "CampaignTemplateName") return "FIXED_POINTS";
  if (named === "CampaignAnswerInput") return [{ name: "number", value: "10" }];
  if (named === "CampaignDefinitionInput") return tenPoints;
  if (named === "HeldCouponState") return "ACTIVE";
  if (named === "IdentifierKind") return "PHONE";
  if (name === "value") return w.phone;
  if (name === "code") return "00000000";
  if (name === "part") return 0;
  if (name === "days") return 30;
  if (named === "MessageChannel") return "EMAIL";
  if (named === "LedgerAccount") return "POSITION";
  if (named === "Date") return name === "from" ? "2026-03-01" : "2026-03-31";
  if (named === "WhatIfTermsInput") return [{ partnerId: w.grocer.id, redeemRate: "0.009" }];
  if (named === "TierLadderInput") return tiers;
  if (named === "QuotePurchaseInput") return { member: { phone: w.phone }, total: "10.00" };
  return undefined;
}

const tiers = {
  counts: ["POINTS"],
  period: "CALENDAR_YEAR",
  protectionMonths: 0,
  downgrade: "ONE_STEP",
  tiers: [
    { code: "one", name: { en: "One" }, from: 0 },
    { code: "two", name: { en: "Two" }, from: 10 },
  ],
};

const tenPoints = {
  name: { en: "Ten" },
  startsAt: "2026-03-01T00:00:00.000Z",
  rules: [{ label: { en: "Ten points" }, effects: [{ kind: "POINTS", give: { by: "FIXED", number: 10 } }] }],
};

/** Screens that ask for less at a time, because each row brings much along. */
const pageOf = new Map([
  ["CampaignList", 25],
  ["OfferList", 15],
  ["ReconHints", 3],
]);

const narrowing = new Set(["objectId", "subjectId", "velocityRuleId", "ledgerProofId", "ownerId"]);

/** What an id variable names: the field that takes it says so, or its own name. */
function kindOf(document: DocumentNode, variable: string): IdKind {
  let kind: IdKind | null = kindNamed(variable);
  visit(document, {
    Field({ name, arguments: args = [], selectionSet }) {
      const taken = args.find(({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable);
      if (!taken) return;
      const narrowed = selectionSet?.selections.find((node) => node.kind === Kind.INLINE_FRAGMENT);
      const type = narrowed?.kind === Kind.INLINE_FRAGMENT ? narrowed.typeCondition?.name.value : undefined;
      kind = kindNamed(taken.name.value) ?? kindNamed(name.value === "node" ? (type ?? "") : name.value) ?? kind;
    },
  });
  if (!kind) throw new Error(`nothing says what $${variable} names`);
  return kind;
}

async function idOf({ ana, grocer, deps }: Crowd, kind: IdKind): Promise<string> {
  if (kind === "member") return ana.id;
  if (kind === "partner") return grocer.id;
  const mine = { where: { partnerId: grocer.id } };
  const found = {
    cycle: () => deps.db.cycle.findFirst({ where: { seq: 1 } }),
    entry: () =>
      deps.db.entry.findFirst({ where: { partnerId: grocer.id, memberId: ana.id, purchaseId: { not: null } } }),
    purchase: () => deps.db.purchase.findFirst(mine),
    statement: () => deps.db.statement.findFirst(mine),
    location: () => deps.db.location.findFirst(mine),
    burn: () => deps.db.burn.findFirst({ where: { state: "CAPTURED", slices: { some: { issuerId: grocer.id } } } }),
    dispute: () => deps.db.dispute.findFirst(),
    disputeEvidence: () => deps.db.disputeEvidence.findFirst(),
    paymentFile: () => deps.db.paymentFile.findFirst(),
    couponPool: () => deps.db.couponPool.findFirst({ ...mine, orderBy: { id: "asc" } }),
    segment: () => deps.db.segment.findFirst({ where: { house: "OPERATOR" }, orderBy: { id: "asc" } }),
    campaign: () => deps.db.campaign.findFirst({ ...mine, orderBy: { id: "asc" } }),
    campaignVersion: () => deps.db.campaignVersion.findFirst({ where: { campaign: { partnerId: grocer.id } } }),
    reconItem: () => deps.db.reconItem.findFirst({ where: { source: "BANK" } }),
    partnerFile: () => deps.db.partnerFile.findFirst(mine),
    club: () => deps.db.club.findFirst({ orderBy: { id: "asc" } }),
    memberEvent: () => deps.db.memberEvent.findFirst({ orderBy: { id: "asc" } }),
    velocityCase: () => deps.db.velocityCase.findFirst(),
    spendRequest: () => deps.db.spendRequest.findFirst({ where: { memberId: ana.id } }),
    claim: () => deps.db.claim.findFirst(mine),
    card: () => deps.db.card.findFirst({ where: { memberId: ana.id } }),
    draw: () => deps.db.draw.findFirst({ orderBy: { id: "asc" } }),
    challenge: () => deps.db.challenge.findFirst({ orderBy: { id: "asc" } }),
    journey: () => deps.db.journey.findFirst({ orderBy: { id: "asc" } }),
    journeyVersion: () => deps.db.journeyVersion.findFirst({ orderBy: { id: "asc" } }),
    messageTemplate: () => deps.db.messageTemplate.findFirst({ orderBy: { id: "asc" } }),
  }[kind as string];
  const row = await found?.();
  if (!row) throw new Error(`say in this test which ${kind} an operation should be asked about`);
  return row.id;
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("a file without an operation");
  return operation;
}
