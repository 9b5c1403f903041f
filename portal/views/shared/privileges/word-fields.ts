import type { DeedField } from "#portal/ui/deed-fields.tsx";

/** Something said to members, in three languages; English always. */
export function wordFields(name: string, label: string, kind: "text" | "words" = "text"): DeedField[] {
  return (["en", "ru", "be"] as const).map((language) => ({
    name: `${name}.${language}`,
    label: `${label} (${language.toUpperCase()})`,
    kind,
    ...(language === "en" ? { required: true } : {}),
  }));
}
