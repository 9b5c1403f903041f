import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Wording } from "#api/use-cases/messages/tell-member.ts";
import { storedText, templateText } from "#api/use-cases/messages/template-text.ts";

/** What the hub says by itself, until the operator writes a template of the same name. */
const hubsOwn: Readonly<Record<string, Wording>> = {
  "points-spent": service("points-spent", "/me/history", {
    title: {
      en: "{points} points spent at {partner}",
      ru: "Списано баллов: {points}, {partner}",
      be: "Спісана балаў: {points}, {partner}",
    },
    body: {
      en: "On {date} {points} points paid at {partner}. You have {balance} left. Was it not you? Lock your points on the card page at once and tell us.",
      ru: "{date} в «{partner}» оплачено баллами: {points}. Осталось: {balance}. Это были не вы? Сразу заблокируйте списание на странице карты и сообщите нам.",
      be: "{date} у «{partner}» аплачана баламі: {points}. Засталося: {balance}. Гэта былі не вы? Адразу заблакуйце спісанне на старонцы карты і паведаміце нам.",
    },
  }),
  "points-expiring": service("points-expiring", "/me/expiry", {
    title: {
      en: "{points} points lapse in {days} days",
      ru: "Скоро сгорят баллы: {points}, через {days} дн.",
      be: "Хутка згараць балы: {points}, праз {days} дзён",
    },
    body: {
      en: "{points} of your points lapse on {date}. Points that lapse first are spent first, at any partner.",
      ru: "{date} сгорит баллов: {points}. Первыми списываются баллы, которые сгорают раньше, у любого партнёра.",
      be: "{date} згарыць балаў: {points}. Першымі спісваюцца балы, якія згараюць раней, у любога партнёра.",
    },
  }),
};

type Said = { title: Record<"en" | "ru" | "be", string>; body: Record<"en" | "ru" | "be", string> };

function service(name: string, href: string, text: Said): Wording {
  return { name, purpose: "SERVICE", text: templateText.parse({ text, href }) };
}

/** Which variables each of them is given. */
export const hubsVariables: Readonly<Record<string, readonly string[]>> = {
  "points-spent": ["points", "partner", "date"],
  "points-expiring": ["points", "days", "date"],
};

/** A house's words by name; null when it has none that are in use. */
export async function findWording(tx: Tx, house: string, name: string): Promise<Wording | null> {
  const found = await tx.messageTemplate.findUnique({ where: { house_name: { house, name } } });
  if (found?.state === "IN_USE") return { name, purpose: found.purpose, text: storedText(found) };
  return house === OPERATOR ? (hubsOwn[name] ?? null) : null;
}

/** Words of the hub, whoever wrote them. */
export async function hubsWording(tx: Tx, name: "points-spent" | "points-expiring"): Promise<Wording> {
  const found = await findWording(tx, OPERATOR, name);
  if (!found) throw new Error(`the hub has no words for ${name}`);
  return found;
}
