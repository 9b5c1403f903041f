import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { allNodes } from "#portal/lib/pages.ts";
import { read } from "#portal/lib/read.ts";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { isoDate, wallTime } from "#portal/lib/zone.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerFrame } from "#portal/views/operator/partner/frame.tsx";
import { type DefaultRow, PartnerRiskView } from "#portal/views/operator/partner/risk.tsx";
import { approvals, defaultList, partnerObligations, partnerRisk } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("risk"))("tabRisk") };
}

const DAYS = 180;
const DAY_MS = 86_400_000;
/** Each brings its layers, and the gateway answers only so much at once. */
const DEFAULTS_PAGE = 10;
/** Defaults are rare; further back nobody looks from here. */
const DEFAULTS_MOST = 100;

export default async function PartnerRisk({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { programme } = await readViewer();
  const dayOf = (at: number) => isoDate(wallTime(new Date(at).toISOString(), programme.timeZone));
  const now = Date.now();
  const [answer, owed, defaults, waiting, { roles }] = await Promise.all([
    read(partnerRisk, { id, from: dayOf(now - DAYS * DAY_MS), to: dayOf(now) }),
    read(partnerObligations, { id }),
    ifAllowed(defaultsOf(id)),
    ifAllowed(read(approvals, { first: 100, after: null, state: "WAITING" })),
    requireViewer("OperatorStaff"),
  ]);
  const { partner, exposureHistory: history } = answer;
  if (!partner || !owed.partner) notFound();
  const obligations = owed.partner.statements.edges.flatMap(({ node }) =>
    node.obligation && !node.supersededAt ? [{ ...node.obligation, cycle: node.cycle }] : [],
  );
  return (
    <PartnerFrame partner={partner} part="/risk">
      {partner.exposure ? (
        <PartnerRiskView
          partner={partner}
          history={history.__typename === "ExposureHistory" ? history : null}
          obligations={obligations}
          defaults={defaults ?? []}
          requests={new Map(waiting?.approvals.edges.map(({ node }) => [`${node.action} ${node.subjectId}`, node]))}
          roles={roles}
        />
      ) : (
        <NoPermission homeHref={`/operator/partners/${id}`} isPart />
      )}
    </PartnerFrame>
  );
}

async function defaultsOf(partnerId: string): Promise<DefaultRow[]> {
  const found: DefaultRow[] = [];
  let seen = 0;
  for await (const row of allNodes(
    async (after) => (await read(defaultList, { first: DEFAULTS_PAGE, after })).defaults,
  )) {
    if (row.partner.id === partnerId) found.push(row);
    seen += 1;
    if (seen === DEFAULTS_MOST) break;
  }
  return found;
}
