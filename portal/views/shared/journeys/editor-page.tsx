import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { draftOf, newDraft } from "#portal/views/shared/journeys/draft.ts";
import { JourneyEditor } from "#portal/views/shared/journeys/editor.tsx";
import { type House, isOwn, journeysPath, mayWrite } from "#portal/views/shared/journeys/types.ts";
import { journeyPage, templateList } from "#schema/documents.ts";

const TEMPLATES = 100;

/** A new journey, or the draft of one. */
export async function EditorPage({ shell, id }: { shell: House["shell"]; id: string | null }) {
  const t = await getTranslations("journeys");
  const house = await houseIn(shell);
  const path = journeysPath(house);
  if (!mayWrite(house)) return <NoPermission homeHref={path} />;
  const [listed, edited] = await Promise.all([
    ifAllowed(read(templateList, { first: TEMPLATES, after: null })),
    id ? readDraft(id, house) : null,
  ]);
  const templates = (listed?.messageTemplates.edges ?? [])
    .map(({ node }) => node)
    .filter(({ state }) => state === "IN_USE")
    .map(({ name, variables }) => ({ name, variables }));
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: path }]} here={t(id ? "edit" : "new")} />
      <PageHead title={t(id ? "edit" : "new")} lead={t("editorLead")} />
      <IslandTexts names={["journeys", "campaigns"]}>
        <JourneyEditor
          first={edited ? draftOf(edited.journey.name, edited.version.definition) : newDraft()}
          versionId={edited?.version.id ?? null}
          path={path}
          templates={templates}
        />
      </IslandTexts>
    </>
  );
}

/** Only a draft of the house's own is written at. */
async function readDraft(id: string, house: House) {
  const { journey } = await read(journeyPage, { id });
  const version = journey?.versions[0];
  if (!journey || version?.state !== "DRAFT" || !isOwn(journey, house)) notFound();
  return { journey, version };
}
