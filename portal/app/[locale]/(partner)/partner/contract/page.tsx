import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { isoDate, wallTime } from "#portal/lib/zone.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerContract } from "#portal/views/partner/contract.tsx";
import { partnerContract, partnerExposureHistory } from "#schema/documents.ts";

const HISTORY_DAYS = 90;
const DAY_MS = 86_400_000;

export async function generateMetadata() {
  return { title: (await getTranslations("ownContract"))("title") };
}

export default async function Contract() {
  const { programme } = await readViewer();
  const dayOf = (at: number) => isoDate(wallTime(new Date(at).toISOString(), programme.timeZone));
  const now = Date.now();
  const [answer, history, { roles }] = await Promise.all([
    readOwnPartner(partnerContract, {}),
    ifAllowed(readOwnPartner(partnerExposureHistory, { from: dayOf(now - HISTORY_DAYS * DAY_MS), to: dayOf(now) })),
    requireViewer("PartnerStaff"),
  ]);
  if (!answer.partner?.contracts) return <NoPermission homeHref="/partner" />;
  const days = history?.exposureHistory;
  return (
    <PartnerContract
      partner={answer.partner}
      contracts={answer.partner.contracts}
      rules={answer.programme.rules}
      history={days?.__typename === "ExposureHistory" ? days : null}
      roles={roles}
    />
  );
}
