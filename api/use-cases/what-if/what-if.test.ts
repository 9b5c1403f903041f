import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { readFlows, readPackFlows } from "#api/ledger/read/cycle-flows.ts";
import { type Golden, goldenCoalition, openBooks } from "#api/test/golden/coalition.ts";
import { closeDecember, closeJanuary } from "#api/test/golden/february.ts";
import { january } from "#api/test/golden/january.ts";
import { linesOfStatement } from "#api/use-cases/cycles/statements.ts";
import { findProposals } from "#api/use-cases/partners/find-proposals.ts";
import { proposeContract } from "#api/use-cases/partners/propose-contract.ts";
import { type Given, replay } from "#api/use-cases/what-if/replay.ts";
import type { NewTerms } from "#api/use-cases/what-if/terms.ts";
import { type RunWhatIf, type WhatIf, type WhatIfPartner, whatIf } from "#api/use-cases/what-if/what-if.ts";
import { whatIfProposed } from "#api/use-cases/what-if/what-if-proposed.ts";

/** The worked example's January, replayed. */
let golden: Golden;
let cycleId: string;

beforeAll(async () => {
  golden = await goldenCoalition();
  await openBooks(golden);
  cycleId = await closeDecember(golden);
  await january(golden);
  await closeJanuary(golden, cycleId);
}, 60_000);

afterAll(async () => {
  await golden.deps.ledger.close();
  await golden.database.close();
});

const run = (...terms: RunWhatIf["terms"]) => whatIf(golden.deps, systemActor, { cycleId, terms });

function partOf({ partners }: WhatIf, { id }: { id: string }): WhatIfPartner {
  const found = partners.find(({ partnerId }) => partnerId === id);
  if (!found) throw new Error(`${id} is not in the replay`);
  return found;
}

/** The sections that would be other ones, in cents and their fractions. */
const changed = (part: WhatIfPartner) =>
  Object.fromEntries(
    part.sections
      .filter(({ storedE6, replayedE6 }) => storedE6 !== replayedE6)
      .map(({ section, storedE6, replayedE6 }) => [section, [Number(storedE6) / 1e6, Number(replayedE6) / 1e6]]),
  );

const figures = ({ margin, fees, breakage, fund }: WhatIf) =>
  [margin, fees, breakage, fund].map(({ storedE6, replayedE6 }) => Number(replayedE6 - storedE6) / 1e6);

test("under the terms that were, section for section, it comes to the published statements", async () => {
  const { A, B, C, deps } = golden;
  const same = await run(
    { partnerId: A.id, funding: "ON_BURN", issueRateE6: 10_000n, redeemRateE6: 8_500n, feePerCycleE6: 12_000_000n },
    { partnerId: B.id, funding: "ON_BURN", issueRateE6: 10_500n, redeemRateE6: 8_500n, onUsPolicy: "FULL" },
    { partnerId: C.id, funding: "ON_ISSUE", issueRateE6: 10_000n, redeemRateE6: 9_000n, breakageOperatorBps: null },
  );
  const statements = await deps.db.statement.findMany({ where: { cycleId } });
  expect(statements).toHaveLength(3);
  for (const one of statements) {
    const lines = linesOfStatement(one).map(({ section, amountE6 }) => [section, BigInt(amountE6)]);
    const part = partOf(same, { id: one.partnerId });
    expect(part.sections.map(({ section, replayedE6 }) => [section, replayedE6])).toEqual(lines);
    expect(part.replayedE6).toBe(one.positionE6);
  }
  expect(same.margin).toEqual({ storedE6: 33_257_500n, replayedE6: 33_257_500n });
  expect(same.breakage).toEqual({ storedE6: 3_600_000n, replayedE6: 3_600_000n });
  expect(figures(same)).toEqual([0, 0, 0, 0]);
});

test("a dearer point costs its issuer more and earns the operator as much", async () => {
  const dearer = await run({ partnerId: golden.A.id, issueRateE6: 11_000n });
  expect(changed(partOf(dearer, golden.A))).toEqual({
    ISSUER_CHARGE: [182.5, 200.75],
    DEBT_REPAID: [10.05, 11.055],
    RETURN_ISSUER: [-10, -11],
  });
  expect(changed(partOf(dearer, golden.B))).toEqual({});
  expect(figures(dearer)).toEqual([18.255, 0, 0, 0]);
});

test("paid on burn instead of on issue, nothing is billed, nothing is broken, and what is spent is charged", async () => {
  const onBurn = await run({ partnerId: golden.C.id, funding: "ON_BURN" });
  expect(changed(partOf(onBurn, golden.C))).toEqual({
    ISSUER_CHARGE: [0, 50.05],
    ISSUE_BILLING: [100, 0],
    ISSUE_BILLING_REVERSED: [-29.95, 0],
    BREAKAGE_SHARE: [-2.4, 0],
  });
  expect(figures(onBurn)).toEqual([0, 0, -3.6, -14]);
});

test("split, the funded share is billed and breaks, the rest is charged when it is spent", async () => {
  const split = await run({ partnerId: golden.C.id, funding: "SPLIT", fundedShareBps: 4_000 });
  expect(changed(partOf(split, golden.C))).toEqual({
    ISSUER_CHARGE: [0, 30.03],
    ISSUE_BILLING: [100, 40],
    ISSUE_BILLING_REVERSED: [-29.95, -11.98],
    BREAKAGE_SHARE: [-2.4, -0.96],
  });
});

test("in packs, what was issued would have been bought, and only what lapsed would be shared", async () => {
  const packs = await run({ partnerId: golden.A.id, funding: "PREPAID" });
  expect(changed(partOf(packs, golden.A))).toEqual({
    ISSUER_CHARGE: [182.5, 0],
    DEBT_REPAID: [10.05, 0],
    RETURN_ISSUER: [-10, 0],
    PREPAID_PACKS: [0, 200],
  });
});

test("own points at their price, another breakage split and all three fees", async () => {
  const other = await run(
    { partnerId: golden.B.id, onUsPolicy: "MARGIN_FREE", redeemRateE6: 8_000n },
    { partnerId: golden.C.id, breakageOperatorBps: 2_500, feePerReceiptE6: 100_000n, feeBps: 100, feePerCycleE6: 0n },
  );
  expect(changed(partOf(other, golden.B))).toEqual({
    REDEEMER_CREDIT: [-127.5, -122.5],
    RETURN_REDEEMER: [8.5, 8],
  });
  // C: 100 − 29.95 billed, 38.25 credited; three receipts on which points were earned or spent.
  expect(changed(partOf(other, golden.C))).toEqual({ BREAKAGE_SHARE: [-2.4, -4.5], FEE: [12, 1.383] });
});

test("what nobody can replay is refused by name", async () => {
  const { A, deps, operatorId } = golden;
  const open = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  const early = whatIf(deps, systemActor, { cycleId: open.id, terms: [] });
  await expect(early).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const none = whatIf(deps, systemActor, { cycleId: "cyc_none", terms: [] });
  await expect(none).rejects.toMatchObject({ code: "CYCLE_NOT_FOUND" });
  await expect(run({ partnerId: operatorId })).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  await expect(run({ partnerId: A.id, funding: "SPLIT" })).rejects.toMatchObject({ code: "INVALID_VALUE" });
  await expect(run({ partnerId: A.id, issueRateE6: -1n })).rejects.toMatchObject({ code: "INVALID_VALUE" });
  const partner = whatIf(deps, A.finance, { cycleId, terms: [] });
  await expect(partner).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a proposal brings its replay along for whoever approves it", async () => {
  const { A, deps } = golden;
  const terms = { funding: "ON_BURN", issueRateE6: 11_000n, redeemRateE6: 8_500n, earnBps: 10_000 } as const;
  const approval = await proposeContract(deps, systemActor, {
    partnerId: A.id,
    ...terms,
    feePerCycleE6: 12_000_000n,
    whatIfCycleId: cycleId,
    reason: "The point costs more",
    idempotencyKey: "propose-with-replay",
  });
  const proposal = (await findProposals(deps, systemActor, [approval.id])).get(approval.id);
  const replayed = proposal && (await whatIfProposed(deps, systemActor, proposal));
  expect(replayed).toEqual(await run({ partnerId: A.id, issueRateE6: 11_000n }));
});

const termsOfAnyKind: fc.Arbitrary<NewTerms> = fc
  .record({
    funding: fc.constantFrom("ON_BURN", "ON_ISSUE", "SPLIT", "PREPAID"),
    fundedShareBps: fc.integer({ min: 1, max: 9_999 }),
    issueRateE6: fc.bigInt({ min: 0n, max: 20_011n }),
    redeemRateE6: fc.bigInt({ min: 0n, max: 20_011n }),
    onUsPolicy: fc.constantFrom("FULL", "MARGIN_FREE"),
    breakageOperatorBps: fc.integer({ min: 0, max: 10_000 }),
  } as const)
  .map((terms) => terms);

test("whatever the terms, what partners pay more is what the operator earns more and holds more, to the millionth", async () => {
  const { deps, operatorId, A, B, C } = golden;
  const flows = await readFlows(deps.db, cycleId);
  const packs = await readPackFlows(deps.db, cycleId);
  const given = (terms: Given["terms"]): Given => ({
    flows,
    packs,
    terms,
    breakageBpsOf: (_id, own) => own?.breakageOperatorBps ?? 6_000,
    operatorId,
  });
  const sumOf = (terms: Given["terms"]) => {
    const { sums, marginE6, breakageE6, fundE6 } = replay(given(terms));
    const positions = [...sums.values()].reduce((sum, { amountE6 }) => sum + amountE6, 0n);
    return positions - marginE6 - breakageE6 - fundE6;
  };
  const before = sumOf(new Map());
  fc.assert(
    fc.property(fc.tuple(termsOfAnyKind, termsOfAnyKind, termsOfAnyKind), ([a, b, c]) => {
      const terms = new Map([
        [A.id, a],
        [B.id, b],
        [C.id, c],
      ]);
      expect(sumOf(terms)).toBe(before);
    }),
  );
});
