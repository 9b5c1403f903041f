import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DiffTable } from "#portal/ui/diff-table.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { shownChanges } from "#portal/views/operator/audit/changes.ts";
import { deedName, objectName } from "#portal/views/operator/audit/deed-name.ts";
import { AUDIT } from "#portal/views/operator/audit.tsx";
import type { auditLog } from "#schema/documents.ts";

type Event = AnswerOf<typeof auditLog>["auditLog"]["edges"][number]["node"];
type ObjectProps = { events: Event[]; objectId: string; names: (actor: string | null) => string };

/** One thing's history, newest first: each deed with what it changed. */
export async function AuditObjectView({ events, objectId, names }: ObjectProps) {
  const t = await getTranslations("audit");
  const sections = await getTranslations("sections");
  const [newest] = events;
  return (
    <>
      <Trail crumbs={[{ name: sections("audit"), href: AUDIT }]} here={objectId} />
      <PageHead
        title={newest ? await objectName(newest.object) : t("title")}
        lead={<code className="text-sm">{objectId}</code>}
      />
      <div className="grid gap-6">
        {events.map((event) => (
          <Deed key={event.number} event={event} names={names} />
        ))}
      </div>
    </>
  );
}

async function Deed({ event, names }: { event: Event; names: ObjectProps["names"] }) {
  const t = await getTranslations("audit");
  const texts = await getTexts();
  const facts: [ReactNode, ReactNode | null][] = [
    [t("reason"), event.reason],
    [t("secondPerson"), event.approval?.decidedBy ? names(event.approval.decidedBy) : null],
    [t("partner"), event.partner?.name ?? null],
    [t("ip"), event.ip],
    [t("request"), event.requestId ? <code key="request">{event.requestId}</code> : null],
    [
      t("hash"),
      <code key="hash" className="select-all text-[0.8125rem]">
        {event.hash}
      </code>,
    ],
  ];
  const changed = await shownChanges(event.changes);
  return (
    <div id={event.number}>
      <Panel
        title={await deedName(event.action)}
        note={`${names(event.actor)}, ${texts.instant(event.recordedAt)}`}
        aside={<span className="text-ink-faint">{t("event", { number: event.number })}</span>}
        flush
      >
        {changed.length > 0 ? (
          <DiffTable
            caption={t("changes")}
            names={{ field: t("field"), before: t("before"), after: t("after") }}
            differences={changed.map(({ field, name, before, after }) => ({
              id: field,
              name: <span title={field}>{name}</span>,
              before,
              after,
              changed: true,
            }))}
          />
        ) : (
          <p className="px-5 pb-3 text-ink-faint">{t("noChanges")}</p>
        )}
        <div className="border-line border-t px-5 py-2">
          <Facts facts={facts.filter((fact): fact is [ReactNode, ReactNode] => fact[1] !== null)} />
        </div>
      </Panel>
    </div>
  );
}
