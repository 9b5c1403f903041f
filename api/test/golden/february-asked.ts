import { graphql } from "graphql";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import type { Context } from "#api/graph/context.ts";
import { toSchema } from "#api/graph/schema.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { statementOf } from "#api/test/bank.ts";
import { clerk, finance, type Golden, risk } from "#api/test/golden/coalition.ts";
import { stranger } from "#api/test/golden/february.ts";
import { bringBack } from "#api/test/golden/january.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";

/** What a mutation answered; the test fails with the refusal where there is one. */
type Answer = Record<string, { [field: string]: unknown }>;

const schema = toSchema();

/** Asks the gateway's schema as somebody, past the transports. Fails on errors and on refusals. */
async function ask({ deps }: Golden, actor: Actor, source: string, variables: object): Promise<Answer> {
  const contextValue: Context = {
    deps,
    actor,
    loaders: new Map(),
    requestId: "golden",
    currency: { code: "EUR", minorDigits: 2 },
    doorbells: {
      rings: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: null }) }) }),
    },
  };
  const answer = await graphql({ schema, source, contextValue, variableValues: { ...variables } });
  const { data, errors } = answer as { data?: Answer | null; errors?: readonly Error[] };
  const refusals = Object.values(data ?? {}).filter((field) => field?.["code"] !== undefined);
  if (errors || !data || refusals.length > 0) throw new Error(JSON.stringify({ errors, refusals }));
  return data;
}

type Deed = { verb: string; input: Record<string, unknown>; answer?: string };

/** One mutation with one input; answers what `answer` selects of its success. */
async function deed(golden: Golden, actor: Actor, { verb, input, answer = "__typename" }: Deed) {
  const stem = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  const source = `mutation ($input: ${stem}Input!) { ${verb}(input: $input) { ... on ${stem}Success { ${answer} } ... on Error { code message } } }`;
  return (await ask(golden, actor, source, { input }))[verb] ?? {};
}

const idOf = (value: unknown): string => (value as { id: string }).id;

/** E25 and E26 by the clock, and finance's yes over the API. */
export async function closeJanuaryAsked(golden: Golden, cycleId: string): Promise<void> {
  golden.on("2026-02-01");
  await closeDueCycle(golden.deps, systemActor);
  await deed(golden, finance, { verb: "approveCycle", input: { cycleId } });
}

/** E27 to E36: every deed of the office is a mutation of the portal's, every bank line comes in a file. */
export async function settleJanuaryAsked(golden: Golden, cycleId: string): Promise<void> {
  const { deps, on, key, C } = golden;
  on("2026-02-03");
  await markDue(deps, systemActor);
  await importLines(golden, ["E27", 15_200, "CY2-A-IN"], ["E28", 2_000, "CY2-C-IN"], ["E29", 500, null]);
  on("2026-02-04");
  await deed(golden, clerk, { verb: "submitPayments", input: { cycleId } });
  await deed(golden, finance, { verb: "approvePayments", input: { cycleId } });
  const exported = { verb: "exportPayments", input: { cycleId, idempotencyKey: key() } };
  const { file } = await deed(golden, clerk, { ...exported, answer: "file { id content csv total { amount } }" });
  if (!(file as { content: string }).content.includes("CY2-B-OUT")) throw new Error("the file does not pay B");
  on("2026-02-05");
  await importLines(golden, ["E31", -9_650, "CY2-B-OUT"], ["E32", -35, null, "ACMT/MDOP/CHRG"]);
  on("2026-02-06");
  await giveBackAsked(golden);
  await importLines(golden, ["E33", -500, "RTN-E29"]);
  on("2026-02-10");
  await markDue(deps, systemActor);
  const { id: obligationId } = await deps.db.obligation.findFirstOrThrow({ where: { cycleId, partnerId: C.id } });
  const word = { obligationId, reason: "Did not pay", idempotencyKey: key() };
  const { approval } = await deed(golden, risk, { verb: "declareDefault", input: word, answer: "approval { id }" });
  await deed(golden, finance, {
    verb: "decideApproval",
    input: { approvalId: idOf(approval), decision: "APPROVE" },
  });
  await deed(golden, finance, { verb: "applyWaterfall", input: { obligationId, idempotencyKey: key() } });
  on("2026-02-11");
  await importLines(golden, ["E36", 985, "CY2-C-COLL"]);
  await watchBank(deps, systemActor);
}

/** The receipt that nobody knows, found as a clerk finds it. */
async function giveBackAsked(golden: Golden): Promise<void> {
  const { key } = golden;
  const source = "query { unappliedReceipts { edges { node { id unapplied { amount } bankLine { bankRef } } } } }";
  const { unappliedReceipts } = await ask(golden, clerk, source, {});
  const [edge] = (unappliedReceipts as { edges: { node: { id: string } }[] }).edges;
  const itemId = edge?.node.id ?? "";
  await deed(golden, clerk, { verb: "takeReconItem", input: { itemId } });
  const back = { itemId, reason: "Not meant for us", ...stranger, idempotencyKey: key() };
  await deed(golden, clerk, { verb: "markForReturn", input: back });
  await deed(golden, finance, { verb: "approvePayments", input: {} });
  const exported = { verb: "exportPayments", input: { idempotencyKey: key() }, answer: "file { content }" };
  const { file } = await deed(golden, clerk, exported);
  const { content } = file as { content: string };
  if (!content.includes("RTN-E29") || !content.includes(stranger.iban))
    throw new Error("the file does not send it back");
}

/** E37 to E40 over the API. */
export async function afterwardsAsked(golden: Golden, fuel: { purchaseId: string; redemptionId: string }) {
  const { on, key, A, B } = golden;
  on("2026-02-12");
  await bringBack(golden, B, fuel.purchaseId, 2);
  on("2026-02-14");
  const claim = { redemptionId: fuel.redemptionId, points: 2_000, reasonCode: "D21", idempotencyKey: key() };
  const { dispute } = await deed(golden, A.finance, { verb: "openDispute", input: claim, answer: "dispute { id }" });
  const disputeId = idOf(dispute);
  on("2026-02-16");
  const evidence = { text: "The receipt was signed" };
  await deed(golden, B.finance, { verb: "respondToDispute", input: { disputeId, evidence } });
  on("2026-02-18");
  await deed(golden, A.finance, { verb: "escalateDispute", input: { disputeId } });
  on("2026-02-20");
  const split = { disputeId, decision: "SPLIT", upheldPoints: 1_200, reason: "Half of it was not the member" };
  const proposed = { verb: "proposeDisputeDecision", input: { ...split, idempotencyKey: key() } };
  const { approval } = await deed(golden, clerk, { ...proposed, answer: "approval { id }" });
  await deed(golden, finance, { verb: "decideApproval", input: { approvalId: idOf(approval), decision: "APPROVE" } });
}

type Line = readonly [bankRef: string, cents: number, endToEndId: string | null, bankCode?: string];

/** The day's statement, looked at first and then imported, as a clerk does it. */
async function importLines(golden: Golden, ...lines: Line[]): Promise<void> {
  const bookedOn = golden.deps.clock.now().toISOString().slice(0, 10);
  const entries = lines.map(
    ([bankRef, cents, endToEndId, bankCode]): TestEntry => ({
      bankRef,
      bookedOn,
      amountE6: BigInt(cents) * 10_000n,
      ...(endToEndId === null ? {} : { endToEndId }),
      ...(bankCode === undefined ? {} : { bankCode }),
    }),
  );
  const content = await statementOf(golden.deps, { entries });
  const look = "refusal { code } statements { lines { seq rule problem } }";
  const preview = await deed(golden, clerk, { verb: "previewBankFile", input: { content }, answer: look });
  if (preview["refusal"]) throw new Error(JSON.stringify(preview["refusal"]));
  await deed(golden, clerk, {
    verb: "importBankStatement",
    input: { name: `${bookedOn}.xml`, content, idempotencyKey: golden.key() },
  });
}
