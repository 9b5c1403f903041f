import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { dateIn, dayAfter, type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { startOfDate } from "#portal/lib/zone.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerAudit } from "#portal/views/partner/audit.tsx";
import { auditLog } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function Audit({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { programme } = await readViewer();
  const [from, until] = [dateIn(search["from"]), dateIn(search["until"])];
  const log = await ifAllowed(
    read(auditLog, {
      first: 50,
      after: search["after"] ?? null,
      actor: null,
      action: search["action"] ?? null,
      object: search["object"] ?? null,
      objectId: search["id"] ?? null,
      from: from ? startOfDate(from, programme.timeZone) : null,
      until: until ? startOfDate(dayAfter(until), programme.timeZone) : null,
    }),
  );
  if (!log) return <NoPermission homeHref="/partner" />;
  const names = await namesOf(log.auditLog.edges.map(({ node }) => node.actor));
  return <PartnerAudit log={log.auditLog} names={names} search={search} />;
}
