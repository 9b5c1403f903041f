import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { MessageChannel, MessageTemplate, TemplateState } from "#api/sql/rows.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkedText } from "#api/use-cases/messages/manage-templates.ts";
import { storedText, type TemplateText, worded } from "#api/use-cases/messages/template-text.ts";
import { type TemplateUser, usersOf } from "#api/use-cases/messages/template-users.ts";

/** Templates by id; everybody sees their own house's. */
export async function findMessageTemplates(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, MessageTemplate>> {
  if (!may(actor, "template:read")) return new Map();
  const rows = await deps.db.messageTemplate.findMany({ where: { id: { in: [...ids] }, house: houseOf(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** By name. The cursor is the name. */
export async function listMessageTemplates(
  deps: Deps,
  actor: Actor,
  { states, first, after }: PageArgs & { states?: readonly TemplateState[] | null | undefined },
): Promise<Page<MessageTemplate>> {
  can(actor, "template:read");
  const rows = await deps.db.messageTemplate.findMany({
    where: {
      house: houseOf(actor),
      ...(states ? { state: { in: [...states] } } : {}),
      ...(after === null ? {} : { name: { gt: after } }),
    },
    orderBy: { name: "asc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** What sends each template. */
export async function findTemplateUsers(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, TemplateUser[]>> {
  return usersOf(deps.db, [...(await findMessageTemplates(deps, actor, ids)).values()]);
}

/** How words look to a member. */
export type MessagePreview = { language: string; title: string; body: string };

/** Words in every language on one channel, with examples where variables stand. Refuses what could not be kept. */
export function previewText(
  actor: Actor,
  { name, text, channel }: { name: string; text: unknown; channel: MessageChannel },
): MessagePreview[] {
  can(actor, "template:read");
  return previewsOf(checkedText(name, text).text, channel);
}

export function previewsOf(text: TemplateText, channel: MessageChannel): MessagePreview[] {
  return (["en", "ru", "be"] as const).map((language) => ({
    ...worded(text, { channel, language, values: examples }),
    language,
  }));
}

export const previewStored = (template: Pick<MessageTemplate, "text">, channel: MessageChannel) =>
  previewsOf(storedText(template), channel);

/** Something to read where a member's own would stand. */
export const examples = {
  member: "Ana",
  sender: "Grocer",
  programme: "Zgoda",
  balance: "1240",
  points: "300",
  partner: "Grocer",
  date: "2026-12-01",
  days: "30",
  coupon: "WELCOME-7K2P",
  receipt: "R-1042",
  amount: "24.90",
} as const;
