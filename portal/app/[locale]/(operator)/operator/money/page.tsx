import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { everyNode } from "#portal/lib/pages.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { OwnMoneyView } from "#portal/views/operator/money.tsx";
import { exposureList, ownMoney, partnerNames } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownMoney"))("title") };
}

export default async function OwnMoney() {
  const everyPartner = everyNode(async (after) => (await read(partnerNames, { first: 100, after })).partners);
  const [money, exposures, partners, { roles }] = await Promise.all([
    ifAllowed(read(ownMoney, {})),
    ifAllowed(read(exposureList, {})),
    everyPartner,
    requireViewer("OperatorStaff"),
  ]);
  if (!money) return <NoPermission homeHref="/operator" />;
  return <OwnMoneyView money={money} standings={exposures?.exposures ?? null} partners={partners} roles={roles} />;
}
