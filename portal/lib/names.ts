import "server-only";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { actorNames } from "#schema/documents.ts";

/** The names of people behind actors; an actor without one is the hub or a machine and keeps its own word. */
export async function namesOf(actors: (string | null)[]): Promise<(actor: string | null) => string> {
  const people = [...new Set(actors.filter((actor) => actor !== null))].filter((actor) => actor.includes(":"));
  const answer = people.length > 0 ? await ifAllowed(read(actorNames, { actors: people })) : null;
  const names = new Map(answer?.actorNames.map(({ actor, name }) => [actor, name]));
  const t = await getTranslations("shell");
  return (actor) => (actor === "system" ? t("hub") : actor ? (names.get(actor) ?? actor) : "");
}
