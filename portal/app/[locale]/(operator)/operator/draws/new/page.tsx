import { getTranslations } from "next-intl/server";
import { NoPermission } from "#portal/ui/states.tsx";
import { DrawEditor } from "#portal/views/operator/draws/editor.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("drawDesk"))("draft") };
}

export default async function NewDraw() {
  const house = await houseIn("operator");
  if (!mayDo(house, "draft")) return <NoPermission homeHref="/operator/draws" />;
  return <DrawEditor draw={null} />;
}
