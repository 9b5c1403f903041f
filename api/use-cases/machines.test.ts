import { describe, expect, test } from "vitest";
import { campaignMachine } from "#api/use-cases/campaigns/states.ts";
import { claimMachine } from "#api/use-cases/claims/states.ts";
import { membershipMachine } from "#api/use-cases/clubs/states.ts";
import { cycleMachine } from "#api/use-cases/cycles/states.ts";
import { disputeMachine } from "#api/use-cases/disputes/states.ts";
import { journeyMachine, runMachine } from "#api/use-cases/journeys/states.ts";
import { type Machine, nextState, TransitionRefused } from "#api/use-cases/machine.ts";
import { bookingMachine, memberEventMachine } from "#api/use-cases/member-events/states.ts";
import { templateMachine } from "#api/use-cases/messages/manage-templates.ts";
import { messageMachine } from "#api/use-cases/messages/outbox-states.ts";
import { deletionMachine } from "#api/use-cases/messages/request-deletion.ts";
import { partnerFileMachine } from "#api/use-cases/partner-files/file-states.ts";
import { paymentMachine } from "#api/use-cases/payments/payment-states.ts";
import { subscriptionMachine } from "#api/use-cases/plans/states.ts";
import { poolMachine } from "#api/use-cases/pools/pool-states.ts";
import { poolMemberMachine } from "#api/use-cases/pools/states.ts";
import { reconMachine } from "#api/use-cases/reconciliation/item-states.ts";
import { referralMachine } from "#api/use-cases/referral/states.ts";
import { obligationMachine } from "#api/use-cases/settlement/obligation-states.ts";
import { spendRequestMachine } from "#api/use-cases/spending/states.ts";

/** Every step there is, as people agreed on it: from, event, to. Whatever is not here is refused. */
const agreed = {
  journey: `
    DRAFT edit DRAFT
    DRAFT discard STOPPED
    DRAFT submit IN_REVIEW
    IN_REVIEW withdraw DRAFT
    IN_REVIEW reject DRAFT
    IN_REVIEW approve LIVE
    LIVE pause PAUSED
    LIVE supersede STOPPED
    LIVE stop STOPPED
    PAUSED resume LIVE
    PAUSED supersede STOPPED
    PAUSED stop STOPPED`,
  journeyRun: `
    RUNNING go on RUNNING
    RUNNING finish FINISHED
    RUNNING stop STOPPED
    RUNNING fail FAILED`,
  message: `
    QUEUED take SENDING
    QUEUED withhold WITHHELD
    SENDING take SENDING
    SENDING sent SENT
    SENDING arrived DELIVERED
    SENDING later QUEUED
    SENDING bounced BOUNCED
    SENDING fail FAILED
    SENDING withhold WITHHELD
    SENT arrived DELIVERED
    SENT bounced BOUNCED`,
  template: `
    IN_USE edit IN_USE
    IN_USE retire RETIRED`,
  deletion: `
    OPEN withdraw WITHDRAWN
    OPEN settle DONE`,
  cycle: `
    OPEN close CLOSING
    CLOSING net NETTED
    NETTED publish IN_REVIEW
    NETTED finish empty SETTLED
    IN_REVIEW reopen CORRECTING
    CORRECTING correct CORRECTING
    CORRECTING renet CLOSING
    IN_REVIEW approve APPROVED
    APPROVED instruct SETTLING
    SETTLING settle SETTLED
    SETTLING settle with default SETTLED_WITH_DEFAULT`,
  obligation: `
    DRAFT confirm CONFIRMED
    DRAFT nil NIL
    DRAFT supersede SUPERSEDED
    CONFIRMED fall due DUE
    CONFIRMED pay in part PARTIAL
    CONFIRMED pay in full SETTLED
    DUE pay in part PARTIAL
    DUE pay in full SETTLED
    PARTIAL pay in part PARTIAL
    PARTIAL pay in full SETTLED
    OVERDUE pay in part PARTIAL
    OVERDUE pay in full SETTLED
    DUE fall overdue OVERDUE
    PARTIAL fall overdue OVERDUE
    OVERDUE default DEFAULTED
    OVERDUE bounce OVERDUE
    DEFAULTED cover COVERED
    DEFAULTED recover RECOVERED
    COVERED recover RECOVERED
    CONFIRMED hold ON_HOLD
    DUE hold ON_HOLD
    ON_HOLD lift DUE
    SETTLED bounce DUE
    PARTIAL bounce DUE`,
  payment: `
    DRAFT submit PENDING_APPROVAL
    PENDING_APPROVAL approve in part PENDING_APPROVAL
    PENDING_APPROVAL approve APPROVED
    APPROVED export EXPORTED
    EXPORTED accept ACCEPTED
    ACCEPTED accept ACCEPTED
    EXPORTED book BOOKED
    ACCEPTED book BOOKED
    DRAFT cancel CANCELLED
    PENDING_APPROVAL cancel CANCELLED
    APPROVED cancel CANCELLED
    EXPORTED reject REJECTED
    ACCEPTED reject REJECTED
    BOOKED return RETURNED
    BOOKED unmatch EXPORTED
    RETURNED unmatch BOOKED
    EXPECTED receive in part PARTIAL
    EXPECTED receive provisionally PROVISIONAL
    EXPECTED receive RECEIVED
    EXPECTED cancel CANCELLED
    PARTIAL receive in part PARTIAL
    PARTIAL receive provisionally PROVISIONAL
    PARTIAL receive RECEIVED
    PARTIAL take back in part PARTIAL
    PARTIAL take back EXPECTED
    PROVISIONAL receive RECEIVED
    PROVISIONAL take back in part PARTIAL
    PROVISIONAL take back EXPECTED
    RECEIVED take back in part PARTIAL
    RECEIVED take back EXPECTED`,
  dispute: `
    OPEN concede RESOLVED
    OPEN respond RESPONDED
    OPEN lapse RESOLVED
    OPEN withdraw WITHDRAWN
    OPEN return RESOLVED
    RESPONDED accept RESOLVED
    RESPONDED escalate ARBITRATION
    RESPONDED lapse RESOLVED
    RESPONDED withdraw WITHDRAWN
    RESPONDED return RESOLVED
    ARBITRATION decide RESOLVED
    ARBITRATION return RESOLVED`,
  "reconciliation item": `
    NEW match MATCHED
    NEW suggest SUGGESTED
    NEW break BREAK
    SUGGESTED confirm MATCHED
    SUGGESTED refuse BREAK
    SUGGESTED turn up RESOLVED
    BREAK take INVESTIGATING
    BREAK turn up RESOLVED
    BREAK unmatch BREAK
    INVESTIGATING resolve RESOLVED
    INVESTIGATING write off WRITTEN_OFF
    INVESTIGATING turn up RESOLVED
    INVESTIGATING unmatch BREAK
    MATCHED unmatch BREAK
    RESOLVED unmatch BREAK`,
  "partner file": `
    RECEIVED queue QUEUED
    RECEIVED start COMPARING
    QUEUED start COMPARING
    COMPARING finish COMPARED
    COMPARED queue QUEUED
    COMPARED start COMPARING`,
  claim: `
    WAITING confirm CONFIRMED
    WAITING refuse REFUSED
    WAITING withdraw WITHDRAWN
    WAITING overdue OVERDUE
    OVERDUE confirm CONFIRMED
    OVERDUE refuse REFUSED
    OVERDUE withdraw WITHDRAWN`,
  referral: `
    INVITED join JOINED
    JOINED reward REWARDED
    JOINED refuse REFUSED
    REWARDED take back TAKEN_BACK`,
  "spend request": `
    WAITING approve APPROVED
    WAITING refuse REFUSED
    WAITING lapse LAPSED`,
  "pool member": `
    INVITED accept JOINED
    INVITED decline DECLINED
    JOINED leave LEFT`,
  pool: `
    OPEN close CLOSED`,
  campaign: `
    DRAFT edit DRAFT
    DRAFT discard ENDED
    DRAFT submit IN_REVIEW
    IN_REVIEW withdraw DRAFT
    IN_REVIEW reject DRAFT
    IN_REVIEW approve SCHEDULED
    SCHEDULED withdraw DRAFT
    SCHEDULED start LIVE
    SCHEDULED start paused PAUSED
    SCHEDULED end ENDED
    LIVE pause PAUSED
    LIVE supersede ENDED
    LIVE end ENDED
    PAUSED resume LIVE
    PAUSED supersede ENDED
    PAUSED end ENDED`,
  "member event": `
    DRAFT open OPEN
    DRAFT cancel CANCELLED
    OPEN cancel CANCELLED`,
  "event booking": `
    ASKED give BOOKED
    ASKED refuse REFUSED
    ASKED wait WAITING
    ASKED cancel CANCELLED
    WAITING give BOOKED
    WAITING cancel CANCELLED
    BOOKED cancel CANCELLED
    BOOKED check in CHECKED_IN`,
  "club membership": `
    INVITED join IN
    INVITED leave LEFT
    IN leave LEFT
    LEFT invite INVITED
    LEFT join IN`,
  subscription: `
    UNPAID pay ACTIVE
    UNPAID cancel ENDED
    ACTIVE pay ACTIVE
    ACTIVE cancel ENDING
    ACTIVE pause PAUSED
    ACTIVE lapse LAPSED
    ENDING pay ACTIVE
    ENDING resume ACTIVE
    ENDING lapse LAPSED
    PAUSED resume ACTIVE
    PAUSED cancel ENDING
    LAPSED pay ACTIVE
    LAPSED end ENDED`,
};

const machines: Record<keyof typeof agreed, Machine<string, string>> = {
  cycle: cycleMachine,
  obligation: obligationMachine,
  payment: paymentMachine,
  dispute: disputeMachine,
  "reconciliation item": reconMachine,
  "partner file": partnerFileMachine,
  claim: claimMachine,
  referral: referralMachine,
  "spend request": spendRequestMachine,
  "pool member": poolMemberMachine,
  pool: poolMachine,
  journey: journeyMachine,
  journeyRun: runMachine,
  message: messageMachine,
  template: templateMachine,
  deletion: deletionMachine,
  campaign: campaignMachine,
  "member event": memberEventMachine,
  "event booking": bookingMachine,
  "club membership": membershipMachine,
  subscription: subscriptionMachine,
};

describe.each(Object.entries(machines))("a %s", (object, machine) => {
  const steps = linesOf(agreed[object as keyof typeof agreed]);
  const states = Object.keys(machine);
  const events = [
    ...new Set([...steps.map(({ event }) => event), ...states.flatMap((one) => Object.keys(machine[one] ?? {}))]),
  ];
  const pairs = states.flatMap((state) => events.map((event) => [state, event] as const));

  test("is only ever where its steps lead", () => {
    expect(steps.filter(({ from, to }) => !states.includes(from) || !states.includes(to))).toEqual([]);
  });

  test.each(pairs)("that is %s and is asked to %s does what was agreed, and nothing else", (state, event) => {
    const subject = { object, id: "one", state };
    const step = steps.find((one) => one.from === state && one.event === event);
    if (step) expect(nextState(machine, subject, event)).toBe(step.to);
    else expect(() => nextState(machine, subject, event)).toThrow(new TransitionRefused(object, "one", state, event));
  });
});

function linesOf(text: string): { from: string; event: string; to: string }[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [, from = "", event = "", to = ""] = /^\s*(\S+) (.+) (\S+)$/.exec(line) ?? [];
      return { from, event, to };
    });
}
