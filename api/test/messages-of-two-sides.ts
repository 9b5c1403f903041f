import type { Actor } from "#api/kernel/actor.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { advanceJourneys } from "#api/use-cases/journeys/advance-journeys.ts";
import { draftJourney, draftJourneyVersion } from "#api/use-cases/journeys/draft-journey.ts";
import { enterJourney } from "#api/use-cases/journeys/enter-journey.ts";
import { submitJourney } from "#api/use-cases/journeys/review-journey.ts";
import { setConsents } from "#api/use-cases/messages/consents.ts";
import { createMessageTemplate } from "#api/use-cases/messages/manage-templates.ts";
import { requestDeletion } from "#api/use-cases/messages/request-deletion.ts";

type Side = { issuer: TestPartner; mark: string; memberId: string };

/** A template, a journey with a member on it, consents, a linked chat and a wish to be deleted of each side. */
export async function messagesOfBoth(w: World, sides: readonly Side[]): Promise<void> {
  for (const side of sides) await ofOne(w, side);
  await advanceJourneys(w.deps, systemActor);
}

async function ofOne(w: World, { issuer, mark, memberId }: Side): Promise<void> {
  const { deps } = w;
  const member: Actor = { kind: "member", id: newId("user"), memberId };
  const manager: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: issuer.id, roles: ["MANAGER"] };
  const words = (what: string) => ({ en: `${mark} ${what}`, ru: `${mark} ${what} ru`, be: `${mark} ${what} be` });
  const key = (deed: string) => `${mark}-${deed}-of-this-side`;
  const yes = { partnerId: issuer.id, purpose: "OFFERS", channel: "INBOX", granted: true } as const;
  await setConsents(deps, member, { memberId, choices: [yes] });
  const [name, text] = [`${mark}-hello`, { title: words("hello"), body: words("{coupon}") }];
  const own = { SMS: { title: words("sms"), body: words("short {coupon}") } };
  const written = { name, purpose: "OFFERS" as const, text: { text, own }, idempotencyKey: key("template") };
  await createMessageTemplate(deps, manager, written);
  const definition = {
    title: words("journey"),
    trigger: { on: "CAMPAIGN" },
    stopsOnPurchase: false,
    steps: [
      { kind: "MESSAGE", template: name, fill: { coupon: `${mark}-77` } },
      { kind: "CONDITION", label: words("condition"), expression: "true" },
      { kind: "WAIT", hours: 77 },
      { kind: "TAG", tag: `${mark}-tag` },
    ],
  };
  const { id } = await draftJourney(deps, manager, {
    name: `${mark}-chain`,
    definition,
    idempotencyKey: key("journey"),
  });
  await submitJourney(deps, manager, { journeyVersionId: id, note: `${mark} wants it` });
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId: id } });
  await decideApproval(deps, issuer.finance, { approvalId: asked.id, decision: "APPROVE" });
  const version = await deps.db.journeyVersion.findUniqueOrThrow({ where: { id }, include: { journey: true } });
  const at = deps.clock.now();
  await deps.db.$transaction((tx) => enterJourney(tx, version, [{ memberId, cause: `${mark}-cause` }], at));
  await draftJourneyVersion(deps, manager, { journeyId: version.journeyId, idempotencyKey: key("next") });
  const link = { id: newId("channelLink"), memberId, channel: "TELEGRAM" as const, address: `${mark}-chat` };
  await deps.db.channelLink.create({ data: { ...link, createdAt: at } });
  await requestDeletion(deps, member, { memberId });
}
