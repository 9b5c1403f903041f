import { getTranslations } from "next-intl/server";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerPosition } from "#portal/views/partner/position.tsx";
import { partnerPosition } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("positionTitle") };
}

export default async function Position() {
  const { partner, openCycle, programme } = await readOwnPartner(partnerPosition, {});
  if (!partner?.position || !openCycle) return <NoPermission homeHref="/partner" />;
  return (
    <PartnerPosition
      position={partner.position}
      counterparties={partner.counterparties ?? []}
      exposure={partner.exposure}
      programme={programme}
      ownId={partner.id}
      cycle={openCycle}
    />
  );
}
