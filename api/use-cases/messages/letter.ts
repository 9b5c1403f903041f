import type { Letter } from "#api/channels/channel.ts";
import type { Message } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Address } from "#api/use-cases/messages/addresses.ts";
import { unsubscribeUrl } from "#api/use-cases/messages/unsubscribe.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

type Sent = Pick<Message, "id" | "house" | "language" | "title" | "body" | "href">;

/** A message as a channel takes it, with the way to hear no more of it. */
export async function letterFor(
  deps: Deps,
  message: Sent,
  { to, keys }: Pick<Address, "to" | "keys">,
): Promise<Letter> {
  const { id, house, language, title, body, href } = message;
  const publicUrl = deps.outside?.publicUrl ?? "";
  const { name } = await findProgramme(deps);
  const partner =
    house === OPERATOR ? null : await deps.db.partner.findUnique({ where: { id: house }, select: { name: true } });
  return {
    id,
    to,
    keys,
    from: partner ? `${partner.name} · ${name}` : name,
    language,
    title,
    body,
    link: href && `${publicUrl}/${language}${href}`,
    unsubscribe: { url: unsubscribeUrl(deps, id), words: wordsOf(language) },
  };
}

const words: Readonly<Record<string, string>> = {
  en: "To hear no more of this:",
  ru: "Чтобы больше не получать таких сообщений:",
  be: "Каб больш не атрымліваць такіх паведамленняў:",
};
const wordsOf = (language: string) => words[language] ?? words["en"] ?? "";
