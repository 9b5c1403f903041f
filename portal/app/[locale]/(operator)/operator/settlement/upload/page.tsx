import { getTranslations } from "next-intl/server";
import { requireViewer } from "#portal/lib/viewer.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { BankUpload } from "#portal/views/operator/settlement/bank-upload.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("bankUpload"))("title") };
}

const takers = ["OPERATOR_CLERK", "OPERATOR_FINANCE"];

export default async function Upload() {
  const t = await getTranslations("bankUpload");
  const sections = await getTranslations("sections");
  const { roles } = await requireViewer("OperatorStaff");
  return (
    <>
      <Trail crumbs={[{ name: sections("settlement"), href: "/operator/settlement" }]} here={t("title")} />
      <PageHead title={t("title")} lead={t("lead")} />
      {roles.some((role) => takers.includes(role)) ? (
        <IslandTexts names={["upload", "bankUpload", "reconKinds", "reconRules"]}>
          <BankUpload />
        </IslandTexts>
      ) : (
        <Panel>
          <p className="text-ink-soft">{t("noRight")}</p>
        </Panel>
      )}
    </>
  );
}
