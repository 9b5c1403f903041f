import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { draftChallenge } from "#api/use-cases/challenges/author-challenge.ts";
import { submitChallenge } from "#api/use-cases/challenges/review-challenge.ts";
import { staffOn } from "./campaigns.ts";
import { partnerOn, type Stage } from "./stage.ts";
import { agree, inDays, named } from "./told.ts";

export const regular = (stage: Stage) => ({
  name: named("A regular", "Завсегдатай", "Заўсёднік"),
  description: named(
    "A receipt in each of three weeks in a row.",
    "Чек в каждую из трёх недель подряд.",
    "Чэк у кожны з трох тыдняў запар.",
  ),
  goal: { kind: "WEEKS", most: "3" },
  period: "EVER",
  startsAt: inDays(stage, 0),
  reward: { points: "0", badge: { name: named("Three weeks", "Три недели", "Тры тыдні"), icon: "FLAME" } },
  awardsMost: "200",
});

export const neighbourhood = (stage: Stage) => ({
  name: named("Around the neighbourhood", "Вокруг дома", "Вакол дома"),
  description: named(
    "Shop at the grocer’s, at a filling station and at the pharmacy.",
    "Купите в магазине, на заправке и в аптеке.",
    "Купіце ў краме, на запраўцы і ў аптэцы.",
  ),
  goal: { kind: "PARTNERS", most: "3" },
  partnerIds: ["KALASOK", "SHLIAKH", "LIPA"].map((code) => partnerOn(stage, code).id),
  period: "EVER",
  startsAt: inDays(stage, 0),
  endsAt: inDays(stage, 31),
  reward: {
    points: "400",
    badge: { name: named("Explorer", "Исследователь", "Даследчык"), icon: "COMPASS" },
    tickets: { draw: "winter", count: "2" },
  },
  awardsMost: "500",
});

export async function challenge(stage: Stage, definition: object): Promise<void> {
  const { deps, office } = stage;
  const drafted = await draftChallenge(deps, office.clerk, { definition, idempotencyKey: stage.key("challenge") });
  await submitChallenge(deps, office.clerk, { challengeId: drafted.id, note: "Brings members to more partners" });
  await agree(stage, drafted.id);
}

const breakfast = (stage: Stage) => ({
  name: named("Breakfast is ready", "Завтрак готов", "Сняданак гатовы"),
  description: named(
    "Come to Kalasok three times in a month.",
    "Зайдите в Каласок трижды за месяц.",
    "Завітайце ў Каласок тройчы за месяц.",
  ),
  goal: { kind: "VISITS", most: "3" },
  period: "MONTH",
  startsAt: inDays(stage, 0),
  reward: {
    points: "0",
    badge: { name: named("Early bird", "Ранняя пташка", "Ранняя птушка"), icon: "HEART" },
    coupon: "autumn",
  },
  awardsMost: "100",
});

/** A partner's own, over its own receipts: one of the house writes it, another agrees. */
export async function invite(stage: Stage): Promise<void> {
  const { deps } = stage;
  const manager = staffOn(stage, "grocer.manager@demo.zgoda");
  const draft = { definition: breakfast(stage), idempotencyKey: stage.key("challenge") };
  const { id: challengeId } = await draftChallenge(deps, manager, draft);
  await submitChallenge(deps, manager, { challengeId, note: "Mornings are quiet" });
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId: challengeId, state: "WAITING" } });
  const yes = { approvalId: asked.id, decision: "APPROVE", note: "The coupons are there" } as const;
  await decideApproval(deps, staffOn(stage, "grocer.owner@demo.zgoda"), yes);
}
