import type { z } from "zod";
import type { campaignDefinition } from "#api/engine/campaign.ts";
import type { Actor, PartnerRole } from "#api/kernel/actor.ts";
import type { TestPartner } from "#api/test/world.ts";

export type Definition = z.input<typeof campaignDefinition>;

export const at = new Date("2026-03-10T12:00:00Z");

let keys = 0;
export const keyed = () => `campaign-${String(++keys).padStart(8, "0")}`;

/** Ten points for every receipt. */
export const definition: Definition = {
  name: { en: "Ten more" },
  startsAt: "2026-03-01T00:00:00.000Z",
  rules: [{ label: { en: "Ten points" }, effects: [{ kind: "points", give: { by: "FIXED", number: "10" } }] }],
};

export const budget = { unit: "POINTS", most: "100", scope: "CAMPAIGN", period: "EVER" } as const;

const staff = (name: string, { id: partnerId }: TestPartner, roles: readonly PartnerRole[]): Actor => ({
  kind: "partnerStaff",
  id: `usr_${name}`,
  partnerId,
  roles,
});

/** Who writes a partner's campaigns, and who agrees to them. */
export const marketer = (of: TestPartner, ...roles: PartnerRole[]) =>
  staff(`WRITES${of.id}`, of, roles.length > 0 ? roles : ["MANAGER"]);
export const reviewer = (of: TestPartner, ...roles: PartnerRole[]) =>
  staff(`READS${of.id}`, of, roles.length > 0 ? roles : ["FINANCE"]);
