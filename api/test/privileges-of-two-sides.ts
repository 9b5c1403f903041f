import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { agreeOnLadder } from "#api/test/ladder.ts";
import { agreeOnPlan } from "#api/test/plan.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { createClub } from "#api/use-cases/clubs/create-club.ts";
import { joinClub } from "#api/use-cases/clubs/join-club.ts";
import { bookPlace } from "#api/use-cases/member-events/book-place.ts";
import { createMemberEvent, openMemberEvent } from "#api/use-cases/member-events/create-event.ts";
import { recordPlanPayment } from "#api/use-cases/plans/record-plan-payment.ts";
import { subscribe } from "#api/use-cases/plans/subscribe.ts";
import { openClubPool } from "#api/use-cases/pools/open-club-pool.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string };

/** Tiers and a plan for everybody; a club, an event and a paid subscription of each side. */
export async function privilegesOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  await agreeOnLadder(w);
  const planId = await agreeOnPlan(w);
  for (const side of sides) await ofOne(w, side, planId);
}

async function ofOne({ deps, clock }: World, { issuer, mark, memberId }: Side, planId: string): Promise<void> {
  const member: Actor = { kind: "member", id: newId("user"), memberId };
  const key = (deed: string) => `${mark}-${deed}-of-this-side`;
  const words = (what: string) => ({ en: `${mark} ${what}`, ru: `${mark} ${what} ru`, be: `${mark} ${what} be` });
  const code = `${mark.toLowerCase()}-club`;
  const entryCode = `${mark.toUpperCase()}-ENTRY`;
  const founded = { code, name: words("club"), about: words("about"), entry: "CODE" as const, entryCode };
  const { id: clubId } = await createClub(deps, issuer.finance, { ...founded, idempotencyKey: key("club") });
  const rule = { monthMost: 41n, onLeaving: "RETURNS" as const };
  await openClubPool(deps, issuer.finance, { clubId, ...rule, idempotencyKey: key("club-pool") });
  await joinClub(deps, member, { entryCode });
  const day = (nth: number) => new Date(clock.now().getTime() + nth * 86_400_000);
  const { id: memberEventId } = await createMemberEvent(deps, issuer.finance, {
    name: words("evening"),
    about: words("tasting"),
    venue: `${mark} hall`,
    startsAt: day(30),
    endsAt: day(31),
    places: 7,
    invites: { tiers: [], clubs: [code], plans: [], segments: [], benefits: [] },
    idempotencyKey: key("event"),
  });
  await openMemberEvent(deps, issuer.finance, { memberEventId });
  await bookPlace(deps, member, { memberEventId, idempotencyKey: key("booking") });
  await subscribe(deps, member, { planId, idempotencyKey: key("plan") });
  await recordPlanPayment(deps, issuer.till, {
    member: { memberId },
    amountE6: 9_900_000n,
    months: 1,
    reference: `${mark}-payment`,
    idempotencyKey: key("payment"),
  });
}
