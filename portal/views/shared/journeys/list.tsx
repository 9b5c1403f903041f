import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { ChannelSettings } from "#portal/views/shared/journeys/settings.tsx";
import { JourneyTabs } from "#portal/views/shared/journeys/tabs.tsx";
import { type House, journeysPath, type Listed, mayWrite } from "#portal/views/shared/journeys/types.ts";
import { triggerWords } from "#portal/views/shared/journeys/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { journeyList, messagingSettings } from "#schema/documents.ts";

type ListProps = {
  journeys: AnswerOf<typeof journeyList>["journeys"];
  house: House;
  search: Search;
  /** Null for partners. */
  settings: AnswerOf<typeof messagingSettings> | null;
};

/** The house's journeys, and how many members are how far. */
export async function JourneyList({ journeys, house, search, settings }: ListProps) {
  const t = await getTranslations("journeys");
  const path = journeysPath(house);
  const write = mayWrite(house) ? (
    <ButtonLink href={`${path}/new`} look="primary">
      <Plus className="size-4" aria-hidden="true" />
      {t("new")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={write} />
      <JourneyTabs house={house} now="journeys" />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "title", name: t("journey") },
            { id: "state", name: t("state") },
            { id: "whose", name: t("whose") },
            { id: "running", name: t("running"), align: "end" },
            { id: "finished", name: t("finished"), align: "end" },
            { id: "stopped", name: t("left"), align: "end" },
          ]}
          rows={await Promise.all(journeys.edges.map(({ node }) => rowOf(node, path)))}
          empty={
            <Empty title={t("emptyTitle")} action={write}>
              {t("emptyText")}
            </Empty>
          }
          path={path}
          search={search}
          pageInfo={journeys.pageInfo}
        />
      </Panel>
      {settings ? <ChannelSettings settings={settings} house={house} /> : null}
    </>
  );
}

async function rowOf({ id, name, partner, latest, running }: Listed, path: string) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  const counts = running?.counts;
  const shown = (count: number | undefined) => (count === undefined ? "–" : texts.points(count));
  return {
    id,
    href: `${path}/${id}`,
    cells: {
      title: (
        <>
          <span className="block font-medium">{latest ? said(latest.definition.title, texts.locale) : name}</span>
          <span className="block text-ink-faint text-sm">
            {latest ? await triggerWords(latest.definition.trigger) : name}
          </span>
        </>
      ),
      state: <Status state={running?.state ?? shownState(latest?.state ?? "STOPPED")} />,
      whose: partner?.name ?? t("coalition"),
      running: shown(counts?.running),
      finished: shown(counts?.finished),
      stopped: shown(counts?.stopped),
    },
  };
}
