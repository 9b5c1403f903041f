import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Meter } from "#portal/ui/meter.tsx";
import { Status } from "#portal/ui/status.tsx";
import { shownState } from "#portal/views/shared/campaigns/words.ts";
import { HouseList } from "#portal/views/shared/privileges/house-list.tsx";
import type { PrivilegesShell } from "#portal/views/shared/privileges/tabs.tsx";
import { WriteEvent } from "#portal/views/shared/privileges/write-event.tsx";
import type { memberEventList } from "#schema/documents.ts";

type Events = AnswerOf<typeof memberEventList>["memberEvents"];
type EventsProps = { events: Events; search: Search; shell: PrivilegesShell; manages: boolean };

/** A house's events with how many places are taken. */
export async function EventsView({ events, search, shell, manages }: EventsProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const rows = events.edges.map(({ node }) => {
    const taken = node.places - node.placesLeft;
    const label = t("taken", { taken: texts.points(taken), places: texts.points(node.places) });
    return {
      ...node,
      under: node.venue,
      cells: {
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
    <HouseList
      of="events"
      shell={shell}
      search={search}
      rows={rows}
      columns={[
        { id: "when", name: t("when") },
        { id: "places", name: t("places") },
        { id: "state", name: t("state") },
      ]}
      pageInfo={events.pageInfo}
      make={manages ? <WriteEvent /> : null}
    />
  );
}
