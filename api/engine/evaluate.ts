import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Campaign } from "./campaign.ts";
import { type CampaignSet, indexesFor } from "./campaign-set.ts";
import { type Effect, pointsOf } from "./effects.ts";
import { ENGINE_VERSION, type Explanation } from "./explanation.ts";
import { localTime } from "./expressions/local-time.ts";
import { decide } from "./giving/decide.ts";
import { effectsOf } from "./giving/effects-of.ts";
import { stepsOf } from "./giving/explain.ts";
import { knownOf } from "./giving/known.ts";
import { withPassedOver } from "./giving/passed-over.ts";
import { Scene } from "./giving/scene.ts";
import { differencesOf } from "./giving/stated.ts";
import type { Count, Room } from "./limits.ts";
import type { MemberFacts } from "./member-facts.ts";
import type { Activity, Currency, Place, Receipt } from "./purchase.ts";
import { findCandidates, meets, memberKeys } from "./set/candidates.ts";
import type { CompiledRule } from "./set/compiled.ts";

/** The partner's own terms on the day of the receipt. */
export type EarnTerms = Currency & {
  contractId: string;
  contractVersion: number;
  /** Basis points of the part paid in money. */
  earnBps: number;
  /** False for a partner that only redeems, or that may not issue at present. */
  mayIssue: boolean;
};

/** Where what the till took off differs from what campaigns grant; nobody funds what is above that. */
export type Difference = { seq: number; campaignId: string; givenE6: MoneyE6; grantedE6: MoneyE6 };

export type Evaluation = {
  effects: Effect[];
  /** What it takes from limits, to be taken in the transaction that books the effects. */
  counts: Count[];
  differences: Difference[];
  explanation: Explanation;
};

export type Question = {
  receipt: Receipt;
  /** Set where no purchase but an activity is evaluated; the receipt then has no lines and comes to nothing. */
  activity?: Activity | null;
  member: MemberFacts;
  campaigns: CampaignSet;
  /** What `needsOf` found among the campaigns for this receipt; absent: it is sought. */
  among?: readonly CompiledRule[];
  room: Room;
  terms: EarnTerms;
  place: Place;
  now: Date;
};

/**
 * The one pure door of the engine: the quote, the till, the offline batch and every simulation ask here.
 * The same question gives the same answer, byte for byte.
 */
export function evaluate(question: Question): Evaluation {
  return answer(question, []);
}

/** The same, with a step also for each rule that was live and that the index passed over, in the order of application. */
export function evaluateInFull(question: Question): Evaluation {
  const { campaigns, receipt } = question;
  const own = campaigns.campaigns.filter(({ campaign }) => [null, receipt.partnerId].includes(campaign.partnerId));
  return answer(
    question,
    own.flatMap(({ rules }) => rules),
  );
}

/** The rules that are decided on, with what they were found by. */
function candidatesOf({ receipt, activity = null, member, campaigns, among, place }: Question) {
  const asked = { receipt, activity, place, local: localTime(receipt.occurredAt, place.timeZone) };
  const keys = memberKeys(member);
  const rules = among
    ? among.filter(({ access }) => meets(access.member, keys))
    : findCandidates(indexesFor(campaigns, receipt), asked, keys);
  return { rules, asked, keys };
}

/** The campaigns that decide on a window which the question does not bring: they were not there when it was asked. */
export function askingForMore(question: Question): Campaign[] {
  const lacking = candidatesOf(question).rules.filter(({ windows }) =>
    windows.some(({ key }) => !question.member.windows?.has(key)),
  );
  return [...new Set(lacking.map(({ campaign }) => campaign.campaign))];
}

/** `others`: rules to be explained even where they cannot apply. */
function answer(question: Question, others: readonly CompiledRule[]): Evaluation {
  const { receipt, member, room, terms, place, now, activity = null } = question;
  const { rules, asked, keys } = candidatesOf(question);
  const { local } = asked;
  const scene = new Scene({ receipt, activity, member, place, now }, local);
  const decision = decide({ scene, rules, room, counted: { memberId: member.memberId, day: local.date }, terms });
  const told = others.length === 0 ? rules : withPassedOver({ rules, others, asked, keys }, decision.against);
  const effects = effectsOf(decision, scene);
  return {
    effects,
    counts: decision.budget.counts(),
    differences: receipt.given ? differencesOf(decision.granted, receipt) : [],
    explanation: {
      engineVersion: ENGINE_VERSION,
      contractId: terms.contractId,
      contractVersion: terms.contractVersion,
      points: String(pointsOf({ effects }, receipt.lines.length).points),
      steps: stepsOf(told, decision, { scene, terms, effects }),
      known: knownOf(question, rules),
    },
  };
}
