import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { AuditObjectView } from "#portal/views/operator/audit/object.tsx";
import { auditLog } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

/** Everything that was done to one thing. */
export default async function AuditObject({ params }: { params: Promise<{ objectId: string }> }) {
  const objectId = decodeURIComponent((await params).objectId);
  const answer = await ifAllowed(read(auditLog, { first: 50, objectId }));
  if (!answer) return <NoPermission homeHref="/operator/audit" />;
  const events = answer.auditLog.edges.map(({ node }) => node);
  if (events.length === 0) notFound();
  const names = await namesOf(events.flatMap(({ actor, approval }) => [actor, approval?.decidedBy ?? null]));
  return <AuditObjectView events={events} objectId={objectId} names={names} />;
}
