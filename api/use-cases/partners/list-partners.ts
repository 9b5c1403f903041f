import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { PartnerStatus } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type PartnerView, viewPartner } from "#api/use-cases/partners/partner-view.ts";

export type ListPartners = PageArgs & {
  /** Part of the name or code. */
  search?: string | null | undefined;
  category?: string | null | undefined;
  /** Only those in this status; the operator's to ask. */
  status?: PartnerStatus | null | undefined;
};

/** Partners by code, each as far as the viewer may see it. The cursor is the code. */
export async function listPartners(deps: Deps, actor: Actor, input: ListPartners): Promise<Page<PartnerView>> {
  can(actor, "partner:list");
  const { first, after, search, category, status } = input;
  const rows = await deps.db.partner.findMany({
    where: {
      AND: [
        visibleTo(actor),
        after === null ? {} : { code: { gt: after } },
        search ? { OR: [{ name: matching(search) }, { code: matching(search) }] } : {},
        category ? { category } : {},
        status && actor.kind === "operator" ? { status } : {},
      ],
    },
    orderBy: { code: "asc" },
    take: first + 1,
  });
  return pageOf(
    rows.map((row) => viewPartner(actor, row)),
    first,
  );
}

function matching(search: string) {
  return { contains: search, mode: "insensitive" as const };
}

function visibleTo(actor: Actor) {
  if (actor.kind === "operator" || actor.kind === "system") return {};
  const own = partnerOf(actor);
  return { OR: [{ status: { not: "ONBOARDING" as const } }, ...(own ? [{ id: own }] : [])] };
}
