import type { Actor } from "#api/kernel/actor.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkOptionalText, checkText } from "#api/use-cases/partners/values.ts";

/** What the money is for, in the languages of the portal; English where another is missing. */
export type Purpose = { en: string; ru: string | null; be: string | null };
export type Charity = { partnerId: string; purpose: Purpose; since: Date; until: Date | null };

export type SetCharity = {
  partnerId: string;
  purpose: { en: string; ru?: string | null | undefined; be?: string | null | undefined };
  /** False: takes no more donations. */
  takes: boolean;
};

/** The operator says which partner takes points as donations. */
export async function setCharity(deps: Deps, actor: Actor, input: SetCharity): Promise<Charity> {
  can(actor, "charity:set");
  const { partnerId, purpose, takes } = input;
  const words = {
    en: checkText("purpose.en", purpose.en),
    ru: checkOptionalText("purpose.ru", purpose.ru),
    be: checkOptionalText("purpose.be", purpose.be),
  };
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    if (!(await tx.partner.findUnique({ where: { id: partnerId } }))) throw new PartnerNotFound(partnerId);
    const before = await tx.charity.findUnique({ where: { partnerId } });
    const until = takes ? null : (before?.until ?? at);
    const set = { purpose: words, until };
    const after = await tx.charity.upsert({
      where: { partnerId },
      create: { partnerId, since: at, ...set },
      update: set,
    });
    const facts = { object: "charity", objectId: partnerId, partnerId, at, before, after };
    await recordAudit(tx, actor, { action: "charity.set", ...facts });
    return charityOf(after);
  });
}

/** Everybody who takes donations now, and for what; bounded by the coalition's partners. */
export async function findCharities({ db }: Deps, actor: Actor): Promise<Charity[]> {
  if (!may(actor, "partner:read")) return [];
  const rows = await db.charity.findMany({ where: { until: null }, orderBy: { since: "asc" } });
  return rows.map(charityOf);
}

type Row = Omit<Charity, "purpose"> & { purpose: unknown };

const charityOf = (row: Row): Charity => ({ ...row, purpose: row.purpose as Purpose });
