import "server-only";
import { requireViewer } from "#portal/lib/viewer.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";

/** The house whose campaigns a shell shows. */
export async function houseIn(shell: House["shell"]): Promise<House> {
  if (shell === "operator") {
    const { roles, name } = await requireViewer("OperatorStaff");
    return { shell, partnerId: null, roles, name };
  }
  const { roles, partner } = await requireViewer("PartnerStaff");
  return { shell, partnerId: partner.id, roles, name: partner.name };
}
