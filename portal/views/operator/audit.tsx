import { getTranslations } from "next-intl/server";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { dateIn, dayAfter, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { startOfDate } from "#portal/lib/zone.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { deedName, objectName } from "#portal/views/operator/audit/deed-name.ts";
import { AuditFilters } from "#portal/views/operator/audit/filters.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { auditLog } from "#schema/documents.ts";

type Log = AnswerOf<typeof auditLog>["auditLog"];
type Names = (actor: string | null) => string;
type AuditProps = { log: Log; names: Names; search: Search; chain: React.ReactNode };

export const AUDIT = "/operator/audit";

/** What people did, newest first; a row opens what it changed. */
export async function AuditView({ log, names, search, chain }: AuditProps) {
  const t = await getTranslations("audit");
  const texts = await getTexts();
  const rows = log.edges.map(({ node }) => node);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {chain}
      <AuditFilters search={search} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "when", name: t("when") },
            { id: "who", name: t("who") },
            { id: "what", name: t("what") },
            { id: "where", name: t("where") },
            { id: "partner", name: t("partner") },
            { id: "reason", name: t("reason") },
            { id: "ip", name: t("ip"), hidden: true },
            { id: "hash", name: t("hash"), hidden: true },
          ]}
          rows={
            await Promise.all(
              rows.map(async (row) => ({
                id: row.number,
                href: `${AUDIT}/${encodeURIComponent(row.objectId)}#${row.number}`,
                cells: {
                  when: <span className="whitespace-nowrap">{texts.instant(row.recordedAt)}</span>,
                  who: names(row.actor),
                  what: await deedName(row.action),
                  where: (
                    <>
                      {await objectName(row.object)}{" "}
                      <code className="block text-ink-faint text-xs">{row.objectId}</code>
                    </>
                  ),
                  partner: row.partner?.name,
                  reason: row.reason,
                  ip: row.ip ? <code className="text-sm">{row.ip}</code> : null,
                  hash: <code className="text-sm">{row.hash.slice(0, 12)}…</code>,
                },
              })),
            )
          }
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={AUDIT}
          search={search}
          views={["kept"]}
          pageInfo={log.pageInfo}
          offer={operatorOffer("AUDIT_LOG", filtersIn(search, texts.zone))}
        />
      </Panel>
    </>
  );
}

/** What the page is narrowed to, as the report takes it. */
function filtersIn(search: Search, zone: string) {
  const [from, until] = [dateIn(search["from"]), dateIn(search["until"])];
  return {
    actor: search["actor"] ?? null,
    action: search["action"] ?? null,
    object: search["object"] ?? null,
    from: from && startOfDate(from, zone),
    until: until && startOfDate(dayAfter(until), zone),
  };
}
