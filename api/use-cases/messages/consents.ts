import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { ConsentSource, MessageChannel, MessagePurpose, Tx } from "#api/sql/rows.ts";
import { recordAudits } from "#api/use-cases/audit/record-audit.ts";
import { OPERATOR, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { isAlwaysOn } from "#api/use-cases/messages/purposes.ts";
import { ConsentFixed } from "#api/use-cases/messages/refusals.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

/** One thing a member agrees to: this purpose of this house over this channel. */
export type Choice = { house: string; purpose: MessagePurpose; channel: MessageChannel };
export type Word = Choice & { granted: boolean };

/** The last word on each of a member's choices; what was never spoken of is absent, and means no. */
export async function lastWords(tx: Tx, memberId: string, house?: string): Promise<Word[]> {
  return tx.consentChange.findMany({
    where: { memberId, ...(house === undefined ? {} : { house }) },
    distinct: ["house", "purpose", "channel"],
    orderBy: [{ house: "asc" }, { purpose: "asc" }, { channel: "asc" }, { ord: "desc" }],
    select: { house: true, purpose: true, channel: true, granted: true },
  });
}

/** Over which channels the member wants this purpose of this house; the inbox for service whatever they say. */
export async function channelsFor(
  tx: Tx,
  memberId: string,
  { house, purpose }: Omit<Choice, "channel">,
): Promise<MessageChannel[]> {
  const words = (await lastWords(tx, memberId, house)).filter((word) => word.purpose === purpose && word.granted);
  const always: MessageChannel[] = purpose === "SERVICE" ? ["INBOX"] : [];
  return [...new Set([...always, ...words.map(({ channel }) => channel)])];
}

export type SetConsents = {
  memberId: string;
  /** `partnerId` null: the coalition's. */
  choices: readonly { partnerId: string | null; purpose: MessagePurpose; channel: MessageChannel; granted: boolean }[];
};

/** Writes down what a member says in the portal. What is so already is not written again. Answers what changed. */
export async function setConsents(deps: Deps, actor: Actor, { memberId, choices }: SetConsents): Promise<Word[]> {
  can(actor, "consent:set", { memberId });
  const partnerIds = [...new Set(choices.flatMap(({ partnerId }) => partnerId ?? []))];
  const known = await deps.db.partner.findMany({
    where: { id: { in: partnerIds }, isOperator: false },
    select: { id: true },
  });
  const unknown = partnerIds.find((id) => !known.some((partner) => partner.id === id));
  if (unknown !== undefined) throw new PartnerNotFound(unknown);
  if (choices.some(isAlwaysOn)) throw new ConsentFixed();
  const words = choices.map(({ partnerId, ...choice }) => ({ house: partnerId ?? OPERATOR, ...choice }));
  return deps.db.$transaction((tx) =>
    sayConsents(tx, actor, { memberId, words, source: "PORTAL", at: deps.clock.now() }),
  );
}

type Said = { memberId: string; words: readonly Word[]; source: ConsentSource; at: Date };

/** The same wherever it was said, in the transaction of whoever heard it. */
export async function sayConsents(tx: Tx, actor: Actor, { memberId, words, source, at }: Said): Promise<Word[]> {
  await lockConsents(tx, memberId);
  const before = await lastWords(tx, memberId);
  const wasGranted = (word: Word) => before.some((one) => isSame(one, word) && one.granted);
  const changed = words.filter((word) => word.granted !== wasGranted(word));
  const by = actorRef(actor);
  await tx.consentChange.createMany({ data: changed.map((word) => ({ ...word, memberId, at, source, actor: by })) });
  await recordAudits(
    tx,
    actor,
    changed.map(({ granted, house, purpose, channel }) => ({
      action: granted ? "consent.granted" : "consent.withdrawn",
      object: "consent",
      objectId: memberId,
      partnerId: partnerIdOf(house),
      at,
      before: null,
      after: { purpose, channel, source },
    })),
  );
  return changed;
}

const isSame = (one: Choice, other: Choice) =>
  one.house === other.house && one.purpose === other.purpose && one.channel === other.channel;

/** One after the other for each member: what is said, and what is sent by what was said. */
export async function lockConsents(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`consents of ${memberId}`}, 0))`;
}
