import type { Actor } from "#api/kernel/actor.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { countEverybody } from "#api/use-cases/customers/count-everybody.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { draftOffer } from "#api/use-cases/offers/author-offer.ts";
import { makeOffers } from "#api/use-cases/offers/make-offers.ts";
import { publishOffering } from "#api/use-cases/offers/offerings.ts";
import { defineSegment, shareSegment } from "#api/use-cases/segments/define-segment.ts";
import { runRecount } from "#api/use-cases/segments/run-recount.ts";
import type { SegmentTemplateName } from "#api/use-cases/segments/templates.ts";
import { tagMember } from "#api/use-cases/tags/tag-member.ts";
import { type Definition, runs, staffOn } from "./campaigns.ts";
import type { Scene } from "./scenes.ts";
import { DAY_MS, memberOn, type Stage } from "./stage.ts";
import { named } from "./told.ts";

const at = (stage: Stage, days: number) => new Date(stage.clock.now().getTime() + days * DAY_MS);

/** Segments of the grocer and of the coalition, tags, and an offer whose control group shows what it brings. */
export const segments: readonly Scene[] = [
  { daysAgo: 27, tell: laySegments },
  { daysAgo: 26, tell: offerToRegulars },
  { daysAgo: 12, tell: tagSome },
  { daysAgo: 1, tell: ({ deps }) => countEverybody(deps, systemActor) },
];

type Made = { code: string; template: SegmentTemplateName; answers?: Record<string, string> };

const grocers: readonly Made[] = [
  { code: "silent-30", template: "INACTIVE", answers: { days: "30" } },
  { code: "never-redeemed", template: "NEVER_REDEEMED" },
  { code: "champions", template: "BEST" },
  { code: "slipping", template: "SLIPPING" },
  { code: "regulars", template: "REGULARS", answers: { visits: "2", days: "90" } },
  { code: "coffee-lovers", template: "TAGGED", answers: { tag: "coffee" } },
];

const coalitions: readonly Made[] = [
  {
    code: "grocer-not-fuel",
    template: "BOUGHT_AT_NOT_AT",
    answers: { at: "KALASOK", notAt: "SHLIAKH", days: "60" },
  },
  { code: "silent-60", template: "INACTIVE", answers: { days: "60" } },
  { code: "birthday-week", template: "BIRTHDAY", answers: { days: "7" } },
  { code: "three-partners", template: "PARTNER_MIX", answers: { partners: "3", days: "90" } },
  { code: "spenders", template: "SPENDERS", answers: { amount: "500", days: "90" } },
  { code: "savers", template: "RICH", answers: { points: "1000" } },
];

async function laySegments(stage: Stage): Promise<void> {
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  for (const made of grocers) await define(stage, manager, made);
  for (const made of coalitions) {
    const id = await define(stage, stage.office.clerk, made);
    if (made.template !== "RICH") await shareSegment(stage.deps, stage.office.admin, { segmentId: id, shared: true });
  }
  await countEverybody(stage.deps, systemActor);
}

async function define(stage: Stage, actor: Actor, { code, template, answers = {} }: Made): Promise<string> {
  const given = Object.entries(answers).map(([name, value]) => ({ name, value }));
  const idempotencyKey = stage.key("segment");
  const { id } = await defineSegment(stage.deps, actor, { code, template, answers: given, idempotencyKey });
  stage.remembered.set(`segment ${code}`, id);
  const queued = await stage.deps.db.segmentRecount.findFirstOrThrow({ where: { segmentIds: { has: id } } });
  await runRecount(stage.deps, { segmentRecountId: queued.id });
  return id;
}

const groceries = (stage: Stage): Definition => ({
  name: named("Double points for regulars", "Двойные баллы постоянным", "Падвойныя балы пастаянным"),
  startsAt: at(stage, 0).toISOString(),
  rules: [
    {
      label: named("Twice the points", "Вдвое больше баллов", "Удвая больш балаў"),
      conditions: [
        {
          label: named("Activated the offer", "Предложение включено", "Прапанова ўключана"),
          expression: '"regulars" in member.offers',
        },
      ],
      effects: [{ kind: "multiply", times: "2" }],
    },
  ],
  limits: [{ unit: "POINTS", most: "20000", scope: "CAMPAIGN", period: "EVER" }],
});

/** Three tenths of the regulars get nothing, so that the difference shows. */
async function offerToRegulars(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const versionId = await runs(stage, "KALASOK", groceries, "Does it bring anything?");
  const { campaignId } = await deps.db.campaignVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { id: offeringId } = await draftOffer(deps, manager, {
    code: "regulars",
    name: named("Double points for you", "Двойные баллы для вас", "Падвойныя балы для вас"),
    terms: named(
      "On all you buy for a month.",
      "На все покупки в течение месяца.",
      "На ўсе пакупкі на працягу месяца.",
    ),
    symbol: "STAR",
    campaignId,
    audience: "SEGMENT",
    audienceRef: stage.remembered.get("segment regulars") ?? "",
    controlBps: 3_000,
    lastsDays: 30,
    validFrom: stage.clock.now(),
    validUntil: at(stage, 45),
    idempotencyKey: stage.key("offer"),
  });
  await publishOffering(deps, manager, { offeringId });
  await makeOffers(deps, { offerId: offeringId });
}

async function tagSome(stage: Stage): Promise<void> {
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  for (const [name, tag] of [
    ["Ana Kavaliova", "coffee"],
    ["Ana Kavaliova", "delivery"],
    ["Bohdan Harbar", "coffee"],
    ["Maryna Dudko", "office"],
  ] as const) {
    const { id: memberId } = memberOn(stage, name);
    const known = await findMembers(stage.deps, manager, [memberId]);
    if (known.has(memberId)) await tagMember(stage.deps, manager, { memberId, tag });
  }
}
