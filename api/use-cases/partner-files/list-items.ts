import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { PartnerFileRow, ReconItem } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** One compared row: what the partner has, if it has it, beside what the hub has. */
export type FileItem = ReconItem & { row: PartnerFileRow | null };

export type ListItems = PageArgs & {
  fileId?: string | null | undefined;
  partnerId?: string | null | undefined;
  states?: readonly ReconItem["state"][] | null | undefined;
  kinds?: readonly NonNullable<ReconItem["kind"]>[] | null | undefined;
  openedBefore?: Date | null | undefined;
};

/** In the order of the files and their lines; what the files lack comes last. The cursor is the id. */
export async function listItems(deps: Deps, actor: Actor, input: ListItems): Promise<Page<FileItem>> {
  can(actor, "partnerFile:read");
  const side = sideOf(actor, "partnerFile:read");
  if (!side) return { rows: [], hasNextPage: false };
  const { first, after, fileId, partnerId, states, kinds, openedBefore } = input;
  const items = await deps.db.reconItem.findMany({
    where: {
      source: "PARTNER_FILE",
      AND: [partnerId ? { partnerId } : {}, side.partnerId === null ? {} : { partnerId: side.partnerId }],
      ...(fileId ? { fileId } : {}),
      ...(states ? { state: { in: [...states] } } : {}),
      ...(kinds ? { kind: { in: [...kinds] } } : {}),
      ...(openedBefore ? { openedAt: { lt: openedBefore } } : {}),
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: first + 1,
  });
  const { rows, hasNextPage } = pageOf(items, first);
  return { rows: await withRows(deps, rows), hasNextPage };
}

/** Items with what the partner's file says on their lines. */
export async function withRows({ db }: Deps, items: readonly ReconItem[]): Promise<FileItem[]> {
  const lines = items.flatMap(({ fileId, fileLine: line }) => (fileId && line !== null ? [{ fileId, line }] : []));
  const rows = lines.length === 0 ? [] : await db.partnerFileRow.findMany({ where: { OR: lines } });
  const byLine = new Map(rows.map((row) => [`${row.fileId} ${row.line}`, row]));
  return items.map((item) => ({ ...item, row: byLine.get(`${item.fileId} ${item.fileLine}`) ?? null }));
}
