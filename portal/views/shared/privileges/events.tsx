import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Meter } from "#portal/ui/meter.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { type PrivilegesShell, PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import { WriteEvent } from "#portal/views/shared/privileges/write-event.tsx";
import type { memberEventList } from "#schema/documents.ts";

type Events = AnswerOf<typeof memberEventList>["memberEvents"];
type EventsProps = { events: Events; search: Search; shell: PrivilegesShell; manages: boolean };

/** A house's events with how many places are taken. */
export async function EventsView({ events, search, shell, manages }: EventsProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const path = `/${shell}/events`;
  const rows = events.edges.map(({ node }) => {
    const taken = node.places - node.placesLeft;
    const label = t("taken", { taken: texts.points(taken), places: texts.points(node.places) });
    return {
      id: node.id,
      cells: {
        name: (
          <>
            <Link href={`${path}/${node.id}`} className="font-medium hover:underline">
              {said(node.name, texts.locale)}
            </Link>
            <span className="block text-ink-faint text-sm">{node.venue}</span>
          </>
        ),
        whose: node.partner?.name ?? t("coalition"),
        when: texts.instant(node.startsAt),
        places: (
          <span className="block min-w-28">
            {label}
            <Meter share={taken / node.places} label={label} />
          </span>
        ),
        state: <Status state={shownState(node.state)} />,
      },
    };
  });
  return (
    <>
      <PageHead title={t("tab_events")} lead={t("eventsLead")} actions={manages ? <WriteEvent /> : null} />
      <PrivilegesTabs shell={shell} current="events" />
      <Panel flush>
        <PagedTable
          caption={t("tab_events")}
          columns={[
            { id: "name", name: t("name") },
            ...(shell === "operator" ? [{ id: "whose", name: t("whose") }] : []),
            { id: "when", name: t("when") },
            { id: "places", name: t("places") },
            { id: "state", name: t("state") },
          ]}
          rows={rows}
          empty={<Empty title={t("eventsEmptyTitle")}>{t("eventsEmptyText")}</Empty>}
          path={path}
          search={search}
          pageInfo={events.pageInfo}
        />
      </Panel>
    </>
  );
}
