import "server-only";
import { getTranslations } from "next-intl/server";
import { readViewer } from "#portal/lib/viewer.ts";
import type { Organisation } from "#portal/ui/shell/organisation-switch.tsx";

/** All the places the person can act in, as the switch at the side shows them. */
export async function organisationsOf(): Promise<Organisation[]> {
  const t = await getTranslations("shell");
  const roles = await getTranslations("roles");
  const { capacities, programme } = await readViewer();
  return capacities.map(({ as, kind, partner }) => ({
    id: as,
    name: kind === "PARTNER" ? (partner?.name ?? as) : programme.name,
    kind: kind === "PARTNER" ? t("partner") : kind === "OPERATOR" ? t("operator") : roles("MEMBER"),
    href: `/enter/${as}`,
  }));
}

type StaffRole = `OPERATOR_${string}` | `PARTNER_${string}`;

/** "Finance, Risk" */
export async function roleNames(held: readonly StaffRole[]): Promise<string> {
  const roles = await getTranslations("roles");
  const names = held.map((role) => role.replace(/^[A-Z]+_/, "") as Parameters<typeof roles>[0]);
  return names.map((name) => roles(name)).join(", ");
}
