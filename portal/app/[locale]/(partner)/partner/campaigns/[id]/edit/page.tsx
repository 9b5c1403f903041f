import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { WizardPage } from "#portal/views/shared/campaigns/wizard/page.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("edit") };
}

type EditProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function EditCampaign({ params, searchParams }: EditProps) {
  return <WizardPage shell="partner" id={(await params).id} step={(await searchOf(searchParams))["step"]} />;
}
