import { getTranslations } from "next-intl/server";
import type { DeedField } from "#portal/ui/deed-fields.tsx";

/** One field that takes a member however people name them; the gateway finds out who is meant. */
export async function memberField(name = "member", label?: string): Promise<DeedField> {
  const t = await getTranslations("memberField");
  return { kind: "text", name: `${name}.typed`, label: label ?? t("member"), hint: t("hint"), required: true };
}
