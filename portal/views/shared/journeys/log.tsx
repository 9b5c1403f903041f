import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { JourneyTabs } from "#portal/views/shared/journeys/tabs.tsx";
import { type House, journeysPath, type Logged } from "#portal/views/shared/journeys/types.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { messageLog } from "#schema/documents.ts";

type LogProps = {
  messages: AnswerOf<typeof messageLog>["messages"];
  house: House;
  search: Search;
  states: readonly string[];
};

/** What was sent to whom, and what became of it; with the reason where it was not. */
export async function MessageLog({ messages, house, search, states }: LogProps) {
  const t = await getTranslations("journeys");
  const path = `${journeysPath(house)}/messages`;
  return (
    <>
      <PageHead title={t("log")} lead={t("logLead")} />
      <JourneyTabs house={house} now="log" />
      <nav aria-label={t("state")} className="mb-4 flex flex-wrap gap-2">
        <ButtonLink
          href={address(path, search, { state: null, after: null })}
          size="small"
          look={search["state"] ? "secondary" : "primary"}
        >
          {t("all")}
        </ButtonLink>
        {states.map((state) => (
          <ButtonLink
            key={state}
            href={address(path, search, { state, after: null })}
            size="small"
            look={search["state"] === state ? "primary" : "secondary"}
          >
            <Status state={state} />
          </ButtonLink>
        ))}
      </nav>
      <Panel flush>
        <PagedTable
          caption={t("log")}
          columns={[
            { id: "when", name: t("when") },
            { id: "member", name: t("member") },
            { id: "what", name: t("what") },
            { id: "channel", name: t("channel") },
            { id: "state", name: t("state") },
          ]}
          rows={await Promise.all(messages.edges.map(({ node }) => rowOf(node, house)))}
          empty={<Empty title={t("logEmpty")}>{t("logEmptyText")}</Empty>}
          path={path}
          search={search}
          pageInfo={messages.pageInfo}
        />
      </Panel>
    </>
  );
}

const reasons = ["NO_CONSENT", "WEEKLY_MOST", "NOWHERE", "OUTCOME_UNKNOWN"] as const;

async function rowOf(
  { id, createdAt, channel, purpose, template, title, state, reason, attempts, partner, member }: Logged,
  house: House,
) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  const known = reasons.find((one) => one === reason);
  return {
    id,
    cells: {
      when: texts.instant(createdAt),
      member: member?.name ?? t("somebody"),
      what: (
        <>
          <span className="block font-medium">{title}</span>
          <span className="block text-ink-faint text-sm">
            {[house.shell === "operator" ? (partner?.name ?? t("coalition")) : null, template, t(`purpose_${purpose}`)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      ),
      channel: t(`channel_${channel}`),
      state: (
        <span className="flex flex-col items-start gap-1">
          <Status state={state} />
          {reason ? (
            <span className="text-ink-faint text-sm">
              {known ? t(`why_${known}`) : reason}
              {attempts > 1 ? ` · ${t("attempts", { count: attempts })}` : ""}
            </span>
          ) : null}
        </span>
      ),
    },
  };
}
