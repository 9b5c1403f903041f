import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { draftDraw, type drawList } from "#schema/documents.ts";

const PATH = "/operator/draws";

type ListProps = { page: AnswerOf<typeof drawList>["draws"]; search: Search };

/** All draws, newest first. */
export async function DrawList({ page, search }: ListProps) {
  const t = await getTranslations("drawDesk");
  const texts = await getTexts();
  const rows = page.edges.map(({ node }) => ({
    id: node.id,
    href: `${PATH}/${node.id}`,
    cells: {
      name: said(node.name, texts.locale),
      code: node.code,
      state: <Status state={shownState(node.state)} />,
      closes: texts.instant(node.closesAt),
      tickets: node.ticketCount === null ? "–" : texts.points(node.ticketCount),
    },
  }));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<Draft />} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "name", name: t("name") },
            { id: "code", name: t("code") },
            { id: "state", name: t("state") },
            { id: "closes", name: t("closes") },
            { id: "tickets", name: t("tickets"), align: "end" },
          ]}
          rows={rows}
          empty={<Empty title={t("empty")}>{t("emptyText")}</Empty>}
          path={PATH}
          search={search}
          pageInfo={page.pageInfo}
        />
      </Panel>
    </>
  );
}

async function Draft() {
  const t = await getTranslations("drawDesk");
  const desk = await getTranslations("rewardDesk");
  const { zone } = await getTexts();
  const text = (name: string, label: string, required = true) => ({ kind: "text" as const, name, label, required });
  return (
    <DeedDialog
      operation={draftDraw}
      input={{}}
      takes={{ key: true }}
      button={t("draft")}
      title={t("draft")}
      text={t("draftText")}
      fields={[
        { ...text("definition.code", t("code")), hint: t("codeHint") },
        text("definition.name.en", desk("nameEn")),
        text("definition.name.ru", desk("nameRu"), false),
        text("definition.name.be", desk("nameBe"), false),
        { kind: "words", name: "definition.rules.en", label: t("rulesEn"), required: true },
        { kind: "words", name: "definition.rules.ru", label: t("rulesRu") },
        { kind: "words", name: "definition.rules.be", label: t("rulesBe") },
        text("definition.organiser.name", t("organiserName")),
        text("definition.organiser.address", t("organiserAddress")),
        text("definition.registrationNumber", t("registration")),
        { kind: "instant", zone, name: "definition.closesAt", label: t("closes"), required: true },
        text("definition.prizes[].name.en", t("prizeEn")),
        text("definition.prizes[].name.ru", t("prizeRu"), false),
        text("definition.prizes[].name.be", t("prizeBe"), false),
        { kind: "whole", name: "definition.prizes[].quantity", label: t("quantity"), required: true, value: "1" },
        { kind: "whole", name: "definition.ticketPrice", label: t("price"), hint: t("priceHint") },
        { kind: "whole", name: "definition.ticketsPerMember", label: t("most") },
      ]}
      confirm={t("draft")}
      done={t("drafted")}
    />
  );
}
