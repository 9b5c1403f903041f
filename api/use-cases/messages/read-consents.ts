import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ConsentChange, MessageChannel, MessagePurpose, Tx } from "#api/sql/rows.ts";
import { OPERATOR, partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { everyIdOf } from "#api/use-cases/members/one-person.ts";
import { lastWords } from "#api/use-cases/messages/consents.ts";
import { isAlwaysOn, messageChannels, purposes } from "#api/use-cases/messages/purposes.ts";

export type PreferenceView = {
  purpose: MessagePurpose;
  channel: MessageChannel;
  granted: boolean;
  /** It cannot be changed. */
  fixed: boolean;
};

/** What a member agreed to with one house. */
export type HousePreferences = { partnerId: string | null; choices: PreferenceView[] };

/** With the coalition, and with every partner the member has bought at or spoken of; the coalition first. */
export async function readPreferences(deps: Deps, actor: Actor, memberId: string): Promise<HousePreferences[]> {
  can(actor, "consent:read", { memberId });
  const [words, known] = await Promise.all([lastWords(deps.db, memberId), partnersKnownTo(deps.db, memberId)]);
  const spokenOf = words.map(({ house }) => house).filter((house) => house !== OPERATOR);
  const houses = [OPERATOR, ...new Set([...known, ...spokenOf].sort())];
  return houses.map((house) => ({
    partnerId: partnerIdOf(house),
    choices: everyChoice.map((choice) => {
      const fixed = isAlwaysOn(choice);
      const word = words.find(
        (one) => one.house === house && one.purpose === choice.purpose && one.channel === choice.channel,
      );
      return { ...choice, fixed, granted: fixed || word?.granted === true };
    }),
  }));
}

const everyChoice = (Object.keys(purposes) as MessagePurpose[]).flatMap((purpose) =>
  (Object.keys(messageChannels) as MessageChannel[]).map((channel) => ({ purpose, channel })),
);

async function partnersKnownTo(db: Tx, memberId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM partner WHERE NOT is_operator AND EXISTS (
      SELECT FROM purchase WHERE purchase.partner_id = partner.id AND purchase.member_id IN (
        SELECT ${memberId} UNION ALL SELECT id FROM member WHERE merged_into_id = ${memberId}))
    ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** What a member said when and where, newest first. The cursor is the order. */
export async function listConsentChanges(
  deps: Deps,
  actor: Actor,
  { memberId, first, after }: PageArgs & { memberId: string },
): Promise<Page<ConsentChange>> {
  can(actor, "consent:read", { memberId });
  const rows = await deps.db.consentChange.findMany({
    where: {
      memberId: { in: await everyIdOf(deps.db, memberId) },
      ...(after === null ? {} : { ord: { lt: BigInt(after) } }),
    },
    orderBy: { ord: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}
