import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { openWallet } from "#api/ledger/wallets.ts";
import type { CardForm, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { insertCard } from "#api/use-cases/members/cards.ts";
import { type IdentifierInput, type Normal, normalIdentifier } from "#api/use-cases/members/identifiers.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";
import { IdentifierTaken } from "#api/use-cases/members/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { PartnerNotActive } from "#api/use-cases/purchases/refusals.ts";
import { advocateOf, broughtBy, refuseSelf } from "#api/use-cases/referral/join-by-referral.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type EnrolMember = {
  /** Where; the calling partner when absent. */
  partnerId?: string | null | undefined;
  name?: string | null | undefined;
  language?: string | null | undefined;
  birthDate?: Date | null | undefined;
  /** Phone, e-mail, the partner's own number. */
  identifiers?: readonly IdentifierInput[] | null | undefined;
  /** The number of a printed card handed over; an electronic card with a new number when absent. */
  cardNumber?: string | null | undefined;
  /** Said by whoever was brought by a member. */
  referralCode?: string | null | undefined;
  idempotencyKey: string;
};

/** Takes a person into the coalition: an empty wallet, a card at once, and whatever else finds them. */
export async function enrolMember(deps: Deps, actor: Actor, input: EnrolMember): Promise<MemberView> {
  const partnerId = input.partnerId ?? partnerOf(actor);
  can(actor, "member:enrol", partnerId ? { partnerId } : undefined);
  const identifiers = (input.identifiers ?? []).map((one) => {
    if (one.kind === "CARD") throw new InvalidValue("identifiers.kind", "CARD", "another kind; a card is `cardNumber`");
    return normalIdentifier(one, partnerId);
  });
  const name = input.name ? checkText("name", input.name) : null;
  const memberId = newId("member");
  const { referralCode: code } = input;
  if (code) await requireAnother(deps, actor, { code, identifiers, cardNumber: input.cardNumber });
  const enrolled = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "enrolMember", input, objectId: memberId });
    if (first) return readEnrolled(tx, actor, first);
    if (partnerId) await requireActive(tx, partnerId);
    const at = deps.clock.now();
    await tx.member.create({ data: { id: memberId, enrolledAtPartnerId: partnerId, enrolledAt: at } });
    if (name) await insertProfile(tx, memberId, { ...input, name });
    await insertIdentifiers(tx, { memberId, identifiers, at });
    const form: CardForm = input.cardNumber ? "PHYSICAL" : "ELECTRONIC";
    await insertCard(tx, { id: newId("card"), memberId, form, number: input.cardNumber, at });
    await openWallet(tx, memberId);
    await recordStep(tx, actor, { object: "member", objectId: memberId, from: null, to: "ACTIVE", at });
    return readEnrolled(tx, actor, memberId);
  });
  if (code) await broughtBy(deps, actor, { friendId: enrolled.id, code, device: null });
  return enrolled;
}

type Brought = { code: string; identifiers: readonly Normal[]; cardNumber: string | null | undefined };

/** Nobody enrols twice to bring themselves: a phone, an address or a card that is the advocate's own gives it away. */
async function requireAnother(deps: Deps, actor: Actor, { code, identifiers, cardNumber }: Brought): Promise<void> {
  const { advocateId } = await advocateOf(deps, code);
  const card = cardNumber ? [normalIdentifier({ kind: "CARD", value: cardNumber }, null)] : [];
  const shown = [...identifiers, ...card].map(({ kind, scope, value }) => ({ kind, scope, value }));
  const own = await deps.db.identifier.findFirst({ where: { memberId: advocateId, OR: shown } });
  if (own) await refuseSelf(deps, actor, code, `the advocate's own ${own.kind.toLowerCase()}`);
}

async function readEnrolled(tx: Tx, actor: Actor, memberId: string): Promise<MemberView> {
  return viewMember(actor, await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { profile: true } }));
}

async function requireActive(tx: Tx, partnerId: string): Promise<void> {
  const partner = await tx.partner.findUnique({ where: { id: partnerId } });
  if (!partner) throw new PartnerNotFound(partnerId);
  if (partner.status !== "ACTIVE" && partner.status !== "ISSUE_BLOCKED") throw new PartnerNotActive(partner.status);
}

async function insertProfile(tx: Tx, memberId: string, person: EnrolMember & { name: string }): Promise<void> {
  const { name, language, birthDate = null } = person;
  if (language && !/^[a-z]{2}$/.test(language)) throw new InvalidValue("language", language, "two letters, like en");
  await tx.memberProfile.create({ data: { memberId, name, language: language ?? "en", birthDate } });
}

async function insertIdentifiers(
  tx: Tx,
  { memberId, identifiers, at }: { memberId: string; identifiers: readonly Normal[]; at: Date },
): Promise<void> {
  for (const identifier of identifiers) {
    const { count } = await tx.identifier.createMany({
      data: [{ id: newId("identifier"), memberId, createdAt: at, ...identifier }],
      skipDuplicates: true,
    });
    if (count === 0) throw new IdentifierTaken(identifier.value);
  }
}
