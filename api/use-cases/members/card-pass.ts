import type { CardPass } from "#api/channels/wallets/wallet.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findCards } from "#api/use-cases/members/find-cards.ts";
import { findMembers } from "#api/use-cases/members/find-members.ts";
import { readBalances } from "#api/use-cases/members/read-balances.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

type Language = "en" | "ru" | "be";

const words: Record<Language, CardPass["labels"]> = {
  en: { points: "Points", holder: "Member", asOf: "As of" },
  ru: { points: "Баллы", holder: "Участник", asOf: "По состоянию на" },
  be: { points: "Балы", holder: "Удзельнік", asOf: "Станам на" },
};

/** Which telephones' wallets this hub issues cards for. */
export function walletsOf({ outside }: Deps): { apple: boolean; google: boolean } {
  return { apple: outside?.wallets?.apple !== undefined, google: outside?.wallets?.google !== undefined };
}

/** The viewing member's active card for a wallet, with the points of this instant. Null: no such card, or none active. */
async function passOf(deps: Deps, actor: Actor, cardId: string): Promise<CardPass | null> {
  if (actor.kind !== "member" || !deps.outside) return null;
  const card = (await findCards(deps, actor, [cardId])).get(cardId);
  if (card?.status !== "ACTIVE" || card.number === null || card.memberId !== actor.memberId) return null;
  const id = actor.memberId;
  const [members, balances, programme] = await Promise.all([
    findMembers(deps, actor, [id]),
    readBalances(deps, actor, [id]),
    findProgramme(deps),
  ]);
  const member = members.get(id);
  const language = languageIn(member?.person?.language);
  return {
    cardId,
    number: card.number,
    programme: programme.name,
    holder: member?.name ?? "",
    labels: words[language],
    points: grouped(balances.get(id)?.available ?? 0n),
    asOf: deps.clock.now(),
    portalUrl: `${deps.outside.publicUrl}/${language}/me`,
  };
}

/** The card as a file for Apple's wallet. Null: no such card, or not this hub. */
export async function applePassOf(deps: Deps, actor: Actor, cardId: string): Promise<Uint8Array | null> {
  can(actor, "card:pass");
  const make = deps.outside?.wallets?.apple;
  const pass = make ? await passOf(deps, actor, cardId) : null;
  return make && pass ? make(pass) : null;
}

/** A link that puts the card into Google's wallet. Null: no such card, or not this hub. */
export async function googlePassOf(deps: Deps, actor: Actor, cardId: string): Promise<string | null> {
  can(actor, "card:pass");
  const make = deps.outside?.wallets?.google;
  const pass = make ? await passOf(deps, actor, cardId) : null;
  return make && pass ? make(pass) : null;
}

const languageIn = (said: string | undefined): Language => (said === "ru" || said === "be" ? said : "en");

const grouped = (points: bigint) => String(points).replace(/\B(?=(\d{3})+$)/g, "\u00A0");
