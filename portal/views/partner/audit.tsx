import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { shownChanges } from "#portal/views/operator/audit/changes.ts";
import { deedName, objectName } from "#portal/views/operator/audit/deed-name.ts";
import { AuditFilters } from "#portal/views/operator/audit/filters.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { auditLog } from "#schema/documents.ts";

type Log = AnswerOf<typeof auditLog>["auditLog"];
type Event = Log["edges"][number]["node"];
type Names = (actor: string | null) => string;
type PartnerAuditProps = { log: Log; names: Names; search: Search };

/** What was done in and to the partner's own house, each with what it changed. */
export async function PartnerAudit({ log, names, search }: PartnerAuditProps) {
  const t = await getTranslations("audit");
  const own = await getTranslations("ownAudit");
  return (
    <>
      <PageHead title={t("title")} lead={own("lead")} />
      <AuditFilters search={search} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "when", name: t("when") },
            { id: "who", name: t("who") },
            { id: "what", name: t("what") },
            { id: "changes", name: t("changes") },
            { id: "reason", name: t("reason") },
            { id: "where", name: t("where"), hidden: true },
            { id: "hash", name: t("hash"), hidden: true },
          ]}
          rows={await Promise.all(log.edges.map(({ node }) => rowOf(node, names)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path="/partner/audit"
          search={search}
          pageInfo={log.pageInfo}
          offer={{ report: "AUDIT_LOG", filters: {}, formats: ["XLSX", "CSV"], filesHref: "/partner/exports" }}
        />
      </Panel>
    </>
  );
}

async function rowOf(event: Event, names: Names) {
  const shell = await getTranslations("shell");
  const own = await getTranslations("ownAudit");
  const texts = await getTexts();
  const named = names(event.actor);
  // Whoever has no name here is somebody of the operator, a machine, or has left.
  const [kind] = event.actor.split(":");
  const who =
    named === event.actor
      ? kind === "operator"
        ? shell("operator")
        : own(kind === "machine" ? "machine" : "colleague")
      : named;
  const changed = await shownChanges(event.changes);
  return {
    id: event.number,
    cells: {
      when: <span className="whitespace-nowrap">{texts.instant(event.recordedAt)}</span>,
      who,
      what: await deedName(event.action),
      changes: (
        <ul className="grid gap-0.5">
          {changed.map(({ field, name, before, after }) => (
            <li key={field} className="[overflow-wrap:anywhere]">
              <span className="text-ink-faint">{name}:</span> {before ? <del>{before}</del> : null}{" "}
              <ins className="no-underline">{after ?? "–"}</ins>
            </li>
          ))}
        </ul>
      ),
      reason: event.reason,
      where: (
        <>
          {await objectName(event.object)} <code className="block text-ink-faint text-xs">{event.objectId}</code>
        </>
      ),
      hash: <code className="text-sm">{event.hash.slice(0, 12)}…</code>,
    },
  };
}
