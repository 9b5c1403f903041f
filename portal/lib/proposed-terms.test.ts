import { expect, test } from "vitest";
import { changedTerms, inputOf, proposedIn, replayable, textsOf } from "#portal/lib/proposed-terms.ts";

const inForce = textsOf({
  funding: "ON_BURN",
  issueRate: { amount: "0.01" },
  redeemRate: { amount: "0.0085" },
  earnBps: 100,
  exposureLimit: null,
  takesForeignReturns: false,
  namesCounterparties: true,
});

test("what is written otherwise and means the same is no change", () => {
  expect(changedTerms(inForce, proposedIn({ issueRate: "0,0100" }, inForce))).toEqual([]);
});

test("only what changes and can be replayed is replayed; all of it is proposed", () => {
  const proposed = proposedIn({ issueRate: "0.02", earnBps: "150", exposureLimit: "500" }, inForce);
  expect(changedTerms(inForce, proposed)).toEqual(["issueRate", "earnBps", "exposureLimit"]);
  expect(replayable(inForce, proposed)).toEqual({ issueRate: "0.02" });
  expect(inputOf(proposed)).toEqual({
    funding: "ON_BURN",
    issueRate: "0.02",
    redeemRate: "0.0085",
    earnBps: 150,
    exposureLimit: "500",
    takesForeignReturns: false,
    namesCounterparties: true,
  });
});
