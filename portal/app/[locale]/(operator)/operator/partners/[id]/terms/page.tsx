import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PartnerFrame } from "#portal/views/operator/partner/frame.tsx";
import { PartnerTermsView } from "#portal/views/operator/partner/terms.tsx";
import { partnerTerms } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("risk"))("tabTerms") };
}

const proposers = ["OPERATOR_FINANCE", "OPERATOR_ADMIN"];

export default async function Terms({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ partner }, { roles }] = await Promise.all([read(partnerTerms, { id }), requireViewer("OperatorStaff")]);
  if (!partner) notFound();
  const t = await getTranslations("terms");
  return (
    <PartnerFrame
      partner={partner}
      part="/terms"
      actions={
        roles.some((role) => proposers.includes(role)) && (partner.contracts ?? []).length > 0 ? (
          <ButtonLink href={`/operator/partners/${id}/terms/new`} look="primary">
            {t("propose")}
          </ButtonLink>
        ) : null
      }
    >
      <PartnerTermsView partner={partner} />
    </PartnerFrame>
  );
}
