import { systemActor } from "#api/kernel/actor.ts";
import type { MessagePurpose } from "#api/sql/rows.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceJourneys } from "#api/use-cases/journeys/advance-journeys.ts";
import { draftJourney } from "#api/use-cases/journeys/draft-journey.ts";
import { submitJourney } from "#api/use-cases/journeys/review-journey.ts";
import { startJourneys } from "#api/use-cases/journeys/start-journeys.ts";
import { setConsents } from "#api/use-cases/messages/consents.ts";
import { createMessageTemplate } from "#api/use-cases/messages/manage-templates.ts";
import { tellSpendings } from "#api/use-cases/messages/tell-spendings.ts";
import { warnExpiry } from "#api/use-cases/messages/warn-expiry.ts";
import { staffOn } from "./campaigns.ts";
import type { Scene } from "./scenes.ts";
import { memberOn, partnerOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

const GROCER = "KALASOK";

/**
 * What members agreed to, what they were told, and the grocer's journey that wins back who stays away. This hub has no way to
 * anybody but the inbox: it needs no network, and says so.
 */
export const messages: readonly Scene[] = [
  { daysAgo: 74, tell: ({ deps }) => tellSpendings(deps, systemActor) },
  { daysAgo: 40, tell: agree },
  { daysAgo: 17, tell: layJourney },
  ...[16, 13, 9, 6, 3].map((daysAgo) => ({ daysAgo, tell: leadOn })),
  { daysAgo: 0, tell: tellToday },
];

type Said = [purpose: MessagePurpose, from: string | null, granted: boolean];

const inbox = (stage: Stage, said: readonly Said[]) =>
  said.map(([purpose, from, granted]) => ({
    purpose,
    partnerId: from && partnerOn(stage, from).id,
    channel: "INBOX" as const,
    granted,
  }));

/** Ana wants everything but one partner's news; most others of the story want the grocer's offers. */
async function agree(stage: Stage): Promise<void> {
  const ana = memberOn(stage, "Ana Kavaliova");
  const say = (member: { id: string; actor: Stage["members"][number]["actor"] }, said: readonly Said[]) =>
    setConsents(stage.deps, member.actor, { memberId: member.id, choices: inbox(stage, said) });
  await say(ana, [
    ["OFFERS", null, true],
    ["NEWS", null, true],
    ["OFFERS", GROCER, true],
    ["NEWS", GROCER, true],
  ]);
  await say(ana, [["NEWS", GROCER, false]]);
  for (const [nth, member] of stage.members.entries()) {
    if (member.id !== ana.id && nth % 3 !== 0) await say(member, [["OFFERS", GROCER, true]]);
  }
}

async function layJourney(stage: Stage): Promise<void> {
  const { deps, key } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const write = (name: string, title: ReturnType<typeof named>, body: ReturnType<typeof named>) =>
    createMessageTemplate(deps, manager, {
      name,
      purpose: "OFFERS",
      text: { text: { title, body }, href: "/me/offers" },
      idempotencyKey: key("template"),
    });
  await write(
    "we-miss-you",
    named("We have not seen you for a while", "Давно вас не видели", "Даўно вас не бачылі"),
    named(
      "Good to have you in the coalition, {member}. Fresh bread is still baked at six. Your {balance} points wait at the till.",
      "Рады, что вы в коалиции, {member}. Свежий хлеб мы по-прежнему печём в шесть. Ваши баллы ({balance}) ждут на кассе.",
      "Рады, што вы ў кааліцыі, {member}. Свежы хлеб мы, як і раней, пячэм у шэсць. Вашы балы ({balance}) чакаюць на касе.",
    ),
  );
  await write(
    "before-it-is-gone",
    named("Still there for you", "Ещё действует", "Яшчэ дзейнічае"),
    named(
      "Your coupon {coupon} still waits at {sender}: 200 points on a receipt of 15.00 or more.",
      "Ваш купон {coupon} ещё ждёт в «{sender}»: 200 баллов за чек от 15,00.",
      "Ваш купон {coupon} яшчэ чакае ў «{sender}»: 200 балаў за чэк ад 15,00.",
    ),
  );
  const draft = await draftJourney(deps, manager, {
    name: "come-back",
    definition: {
      title: named("Come back to us", "Возвращайтесь", "Вяртайцеся"),
      trigger: { on: "SILENCE", days: 60 },
      stopsOnPurchase: true,
      steps: [
        { kind: "MESSAGE", template: "we-miss-you" },
        { kind: "WAIT", hours: 7 * 24 },
        {
          kind: "CONDITION",
          label: named("Nothing bought since", "С тех пор покупок не было", "З таго часу пакупак не было"),
          expression: `visitsAt("${GROCER}", 7) == 0`,
        },
        { kind: "COUPON", pool: "autumn" },
        { kind: "WAIT", hours: 3 * 24 },
        { kind: "MESSAGE", template: "before-it-is-gone", fill: { coupon: null } },
      ],
    },
    idempotencyKey: key("journey"),
  });
  await submitJourney(deps, manager, { journeyVersionId: draft.id, note: "For who has not come for two months" });
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId: draft.id, state: "WAITING" } });
  const owner = staffOn(stage, "grocer.owner@demo.zgoda");
  await decideApproval(deps, owner, { approvalId: asked.id, decision: "APPROVE", note: "Not more than this" });
  await leadOn(stage);
}

async function leadOn({ deps }: Stage): Promise<void> {
  await startJourneys(deps, systemActor);
  await advanceJourneys(deps, systemActor);
}

async function tellToday(stage: Stage): Promise<void> {
  await leadOn(stage);
  await tellSpendings(stage.deps, systemActor);
  await warnExpiry(stage.deps, systemActor);
}
