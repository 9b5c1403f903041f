import { getTranslations } from "next-intl/server";
import { WizardPage } from "#portal/views/shared/campaigns/wizard/page.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("new") };
}

export default async function NewCampaign() {
  return <WizardPage shell="partner" id={null} />;
}
