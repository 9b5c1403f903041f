import { getTranslations } from "next-intl/server";
import { readViewer, requireViewer } from "#portal/lib/viewer.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { FileUpload } from "#portal/views/partner/reconciliation/upload.tsx";

const uploaders = ["PARTNER_OWNER", "PARTNER_FINANCE"];

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("upload") };
}

export default async function Upload() {
  const t = await getTranslations("ownFiles");
  const sections = await getTranslations("sections");
  const [{ roles }, { programme }] = await Promise.all([requireViewer("PartnerStaff"), readViewer()]);
  if (!roles.some((role) => uploaders.includes(role))) return <NoPermission homeHref="/partner/reconciliation" />;
  return (
    <>
      <Trail crumbs={[{ name: sections("reconciliation"), href: "/partner/reconciliation" }]} here={t("upload")} />
      <PageHead title={t("upload")} lead={t("uploadLead")} />
      <IslandTexts names={["upload", "ownFiles"]}>
        <FileUpload zone={programme.timeZone} />
      </IslandTexts>
    </>
  );
}
