import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import {
  type Campaign,
  campaignsPath,
  type House,
  isOwn,
  mayDo,
  type Trial,
} from "#portal/views/shared/campaigns/types.ts";
import { Trying } from "#portal/views/shared/campaigns/wizard/trying.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { tellFacts } from "#portal/views/shared/facts.ts";
import { campaignPage, campaignTrials, campaignWizard, partnerNames } from "#schema/documents.ts";
import { draftOf, newDraft } from "./draft.ts";
import { Wizard } from "./wizard.tsx";

type WizardPageProps = { shell: House["shell"]; id: string | null; step?: string | undefined };

/** A new campaign, or the draft of one. */
export async function WizardPage({ shell, id, step }: WizardPageProps) {
  const t = await getTranslations("campaigns");
  const texts = await getTexts();
  const house = await houseIn(shell);
  const path = campaignsPath(house);
  if (!mayDo(house, "draft")) return <NoPermission homeHref={path} />;
  const [answer, listed, edited] = await Promise.all([
    ifAllowed(read(campaignWizard, {})),
    ifAllowed(read(partnerNames, { first: 100 })),
    id ? readDraft(id, house) : null,
  ]);
  if (!answer) return <NoPermission homeHref={path} />;
  const partners = (listed?.partners.edges ?? [])
    .map(({ node }) => node)
    .filter(({ isOperator, status }) => !isOperator && status === "ACTIVE")
    .map(({ id, name }) => ({ id, name }));
  const first = edited
    ? draftOf(edited.version.definition, texts.zone)
    : newDraft(new Date().toISOString(), texts.zone);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: path }]} here={t(id ? "edit" : "new")} />
      <PageHead title={t(id ? "edit" : "new")} lead={t("wizardLead")} />
      <IslandTexts names={["campaigns", "gives"]}>
        <Wizard
          first={first}
          versionId={edited?.version.id ?? null}
          firstStep={edited && step === "4" ? 3 : 0}
          path={path}
          partnerName={house.partnerId ? house.name : null}
          templates={answer.campaignTemplates}
          facts={await tellFacts(answer.facts)}
          partners={partners}
          circles={{
            clubs: answer.clubs.edges.flatMap(({ node: { code, name, state } }) =>
              state === "OPEN" ? [{ code, name: said(name, texts.locale) }] : [],
            ),
            plans: answer.plans.edges.flatMap(({ node: { code, name, state } }) =>
              state === "OFFERED" ? [{ code, name: said(name, texts.locale) }] : [],
            ),
          }}
          reading={{ zone: texts.zone, currencyCode: texts.currencyCode }}
          trying={edited ? <Trying {...edited} house={house} /> : null}
        />
      </IslandTexts>
    </>
  );
}

type Edited = { campaign: Campaign; version: Campaign["versions"][number]; trials: readonly Trial[] };

/** Only a draft of the house's own is written at. */
async function readDraft(id: string, house: House): Promise<Edited> {
  const [{ campaign }, tried] = await Promise.all([read(campaignPage, { id }), read(campaignTrials, { id })]);
  const version = campaign?.versions[0];
  if (!campaign || version?.state !== "DRAFT" || !isOwn(campaign, house)) notFound();
  const trials = tried.campaign?.versions.find((one) => one.id === version.id)?.simulations ?? [];
  return { campaign, version, trials };
}
