import { newId } from "#api/kernel/ids.ts";
import { findWallets } from "#api/ledger/read/wallets.ts";
import type { Message, MessageChannel, MessagePurpose, Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { addressesOf } from "#api/use-cases/messages/addresses.ts";
import { channelsFor, lockConsents } from "#api/use-cases/messages/consents.ts";
import type { WithheldReason } from "#api/use-cases/messages/purposes.ts";
import { quietEnd, rulesOf } from "#api/use-cases/messages/rules.ts";
import { type TemplateText, type Values, worded } from "#api/use-cases/messages/template-text.ts";
import { ringPeople } from "#api/use-cases/notices/notify.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** Words that can be sent: a template's, or the hub's own. */
export type Wording = { name: string; purpose: MessagePurpose; text: TemplateText };

export type Telling = {
  memberId: string;
  /** Who speaks. */
  house: string;
  wording: Wording;
  /** What fills its variables, beside those that are always known. */
  values: Values;
  /** What brings it about: twice is once. */
  cause: string;
  /** Where it leads, other than its template says. */
  href?: string | null;
  at: Date;
};

/** So many days does the weekly most look back. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Writes a message to a member over every channel the member agreed to for this purpose and house, in the caller's
 * transaction. What waits for its time or a channel lies in the outbox then; the inbox has it at once. What is not to be
 * sent is written down with the reason. Answers whether anything goes to the member.
 */
export async function tellMember(deps: Deps, tx: Tx, telling: Telling): Promise<boolean> {
  const member = await livingMember(tx, telling.memberId);
  if (!member) return false;
  await lockConsents(tx, member.id);
  const { house, wording, cause, at } = telling;
  const before = await tx.message.findFirst({ where: { cause }, select: { state: true } });
  if (before) return before.state !== "WITHHELD";
  const wanted = await channelsFor(tx, member.id, { house, purpose: wording.purpose });
  const reachable = await withAddress(deps, tx, member.id, wanted);
  const reason = await reasonAgainst(tx, { memberId: member.id, telling, wanted, reachable });
  const channels = reason === null ? reachable : (["INBOX"] as const);
  const programme = await findProgramme(deps);
  const rules = await rulesOf(tx);
  const dueAt = (wording.purpose === "SERVICE" ? null : quietEnd(at, rules, programme.timeZone)) ?? at;
  const values = { ...(await commonValues(tx, { member, house, programme: programme.name })), ...telling.values };
  const language = member.profile?.language ?? "en";
  await tx.message.createMany({
    data: channels.map((channel) => ({
      id: newId("message", at.getTime()),
      memberId: member.id,
      house,
      purpose: wording.purpose,
      channel,
      cause,
      template: wording.name,
      ...worded(wording.text, { channel, language, values }),
      href: telling.href ?? wording.text.href,
      createdAt: at,
      ...(reason === null ? goingOut(channel, at, dueAt) : { state: "WITHHELD" as const, reason, dueAt: null }),
    })),
  });
  if (reason !== null) return false;
  if (channels.some((channel) => channel !== "INBOX")) await deps.enqueue?.(tx, "sendMessages", {}, { soon: true });
  if (member.userId !== null) await ringPeople(tx, [member.userId]);
  return true;
}

/** The inbox is quiet by itself: it has a message at once. */
function goingOut(
  channel: MessageChannel,
  at: Date,
  dueAt: Date,
): Pick<Message, "state" | "dueAt"> & { sentAt?: Date } {
  return channel === "INBOX" ? { state: "DELIVERED", dueAt: null, sentAt: at } : { state: "QUEUED", dueAt };
}

/** Whoever the membership was merged into; nobody when it is over. */
async function livingMember(tx: Tx, memberId: string) {
  const find = (id: string) => tx.member.findUnique({ where: { id }, include: { profile: true } });
  const found = await find(memberId);
  const living = found?.status === "MERGED" && found.mergedIntoId !== null ? await find(found.mergedIntoId) : found;
  return living?.status === "ACTIVE" || living?.status === "BLOCKED" ? living : null;
}

/** Of the channels wanted, those the hub has and knows an address for. */
async function withAddress(
  deps: Deps,
  tx: Tx,
  memberId: string,
  wanted: readonly MessageChannel[],
): Promise<MessageChannel[]> {
  const outside = wanted.filter((channel) => channel !== "INBOX" && deps.outside?.channels[channel] !== undefined);
  const known = outside.length === 0 ? new Map() : await addressesOf(tx, memberId, outside);
  return wanted.filter((channel) => channel === "INBOX" || known.has(channel));
}

type Weighed = {
  memberId: string;
  telling: Telling;
  wanted: readonly MessageChannel[];
  reachable: readonly MessageChannel[];
};

async function reasonAgainst(
  tx: Tx,
  { memberId, telling, wanted, reachable }: Weighed,
): Promise<WithheldReason | null> {
  if (wanted.length === 0) return "NO_CONSENT";
  if (reachable.length === 0) return "NOWHERE";
  const { house, wording, at } = telling;
  if (wording.purpose === "SERVICE") return null;
  const { weeklyMost } = await rulesOf(tx);
  const lately = await tx.message.findMany({
    where: {
      memberId,
      house,
      purpose: { not: "SERVICE" },
      state: { notIn: ["WITHHELD", "FAILED"] },
      createdAt: { gt: new Date(at.getTime() - WEEK_MS) },
    },
    distinct: ["cause"],
    select: { cause: true },
    take: weeklyMost,
  });
  return lately.length >= weeklyMost ? "WEEKLY_MOST" : null;
}

type Common = { member: { id: string; profile: { name: string } | null }; house: string; programme: string };

async function commonValues(tx: Tx, { member, house, programme }: Common): Promise<Values> {
  const [partner, wallets] = await Promise.all([
    house === OPERATOR ? null : tx.partner.findUnique({ where: { id: house }, select: { name: true } }),
    findWallets(tx, [member.id]),
  ]);
  return {
    member: member.profile?.name ?? "",
    sender: partner?.name ?? programme,
    programme,
    balance: String(wallets.get(member.id)?.available ?? 0n),
  };
}
