import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { drawList } from "#schema/documents.ts";

const PATH = "/operator/draws";

type ListProps = { page: AnswerOf<typeof drawList>["draws"]; house: House; search: Search };

/** All draws, newest first. */
export async function DrawList({ page, house, search }: ListProps) {
  const t = await getTranslations("drawDesk");
  const texts = await getTexts();
  const begin = mayDo(house, "draft") ? (
    <ButtonLink href={`${PATH}/new`} look="primary">
      <Plus className="size-4" aria-hidden="true" />
      {t("draft")}
    </ButtonLink>
  ) : null;
  const rows = page.edges.map(({ node }) => ({
    id: node.id,
    href: `${PATH}/${node.id}`,
    cells: {
      name: <Name draw={node} />,
      prizes: prizesLine(
        node.prizes.map(({ name, quantity }) => ({ name: said(name, texts.locale), quantity })),
        texts,
      ),
      state: <Status state={shownState(node.state)} />,
      closes: texts.instant(node.closesAt),
      tickets: node.ticketCount === null ? "–" : texts.points(node.ticketCount),
    },
  }));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={begin} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "name", name: t("name") },
            { id: "prizes", name: t("prizes") },
            { id: "state", name: t("state") },
            { id: "closes", name: t("closes") },
            { id: "tickets", name: t("tickets"), align: "end" },
          ]}
          rows={rows}
          empty={
            <Empty title={t("empty")} action={begin}>
              {t("emptyText")}
            </Empty>
          }
          path={PATH}
          search={search}
          pageInfo={page.pageInfo}
        />
      </Panel>
    </>
  );
}

type Row = ListProps["page"]["edges"][number]["node"];

async function Name({ draw }: { draw: Row }) {
  const { locale } = await getTexts();
  return (
    <>
      {said(draw.name, locale)}
      <span className="figures block font-normal text-ink-faint text-sm">{draw.code}</span>
    </>
  );
}

const prizesLine = (prizes: { name: string; quantity: number }[], texts: Texts) =>
  prizes.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${texts.points(quantity)}` : name)).join(", ");
