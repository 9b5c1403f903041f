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
import { type challengeList, draftChallenge, setChallengeState, submitChallenge } from "#schema/documents.ts";

const PATH = "/operator/challenges";

type Page = AnswerOf<typeof challengeList>["challenges"];
type Challenge = Page["edges"][number]["node"];

/** All challenges, newest first, with what they ask, give and cost so far. */
export async function ChallengeList({ page, search }: { page: Page; search: Search }) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  const rows = await Promise.all(
    page.edges.map(async ({ node }) => ({
      id: node.id,
      cells: {
        name: (
          <>
            <span className="font-medium">{said(node.name, texts.locale)}</span>
            {node.badge ? (
              <span className="block text-ink-faint text-sm">{said(node.badge.name, texts.locale)}</span>
            ) : null}
          </>
        ),
        goal: `${await goalOf(node)}, ${t(node.period)}`,
        state: <Status state={shownState(node.state)} />,
        gives: texts.points(node.points),
        given: t("givenOf", { given: texts.points(node.awardsGiven ?? 0), most: texts.points(node.awardsMost) }),
        deeds: <Deeds challenge={node} />,
      },
    })),
  );
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<Draft />} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "name", name: t("name") },
            { id: "goal", name: t("goal") },
            { id: "state", name: t("state") },
            { id: "gives", name: t("points"), align: "end" },
            { id: "given", name: t("given"), align: "end" },
            { id: "deeds", name: t("deeds"), align: "end" },
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

async function goalOf({ goalKind, goal }: Challenge): Promise<string> {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  if (goalKind !== "SPEND") return t(goalKind, { goal: Number(goal), shown: texts.decimal(goal) });
  return t(goalKind, { money: texts.money({ amount: goal, currencyCode: texts.currencyCode }) });
}

async function Deeds({ challenge: { id: challengeId, state, partner } }: { challenge: Challenge }) {
  const t = await getTranslations("challengeDesk");
  if (partner) return null;
  const shared = {
    operation: setChallengeState,
    takes: { reason: "required" },
    look: "secondary",
    size: "small",
  } as const;
  const step = (name: "pause" | "resume" | "end", to: string, done: "paused" | "resumed" | "ended") => (
    <DeedDialog
      {...shared}
      input={{ challengeId, to }}
      button={t(name)}
      title={t(name)}
      text={t(name === "end" ? "endText" : "pauseText")}
      confirm={t(name)}
      done={t(done)}
    />
  );
  if (state === "DRAFT")
    return (
      <DeedDialog
        operation={submitChallenge}
        input={{ challengeId }}
        takes={{ reason: "required", reasonField: "note" }}
        size="small"
        button={t("submit")}
        title={t("submit")}
        text={t("submitText")}
        confirm={t("submit")}
        done={t("submitted")}
      />
    );
  if (state !== "LIVE" && state !== "PAUSED") return null;
  return (
    <span className="inline-flex gap-2">
      {state === "LIVE" ? step("pause", "PAUSED", "paused") : step("resume", "LIVE", "resumed")}
      {step("end", "ENDED", "ended")}
    </span>
  );
}

const kinds = ["PARTNERS", "VISITS", "SPEND", "WEEKS"] as const;
const periods = ["MONTH", "WEEK", "EVER"] as const;

async function Draft() {
  const t = await getTranslations("challengeDesk");
  const desk = await getTranslations("rewardDesk");
  const { zone } = await getTexts();
  const text = (name: string, label: string, required = true) => ({ kind: "text" as const, name, label, required });
  return (
    <DeedDialog
      operation={draftChallenge}
      input={{}}
      takes={{ key: true }}
      button={t("draft")}
      title={t("draft")}
      text={t("draftText")}
      fields={[
        text("definition.name.en", desk("nameEn")),
        text("definition.name.ru", desk("nameRu"), false),
        text("definition.name.be", desk("nameBe"), false),
        text("definition.description.en", desk("descriptionEn")),
        text("definition.description.ru", desk("descriptionRu"), false),
        text("definition.description.be", desk("descriptionBe"), false),
        {
          kind: "choice",
          name: "definition.goalKind",
          label: t("goalKind"),
          required: true,
          choices: kinds.map((value) => ({ value, name: t(`kind${value}`) })),
        },
        { kind: "decimal", name: "definition.goal", label: t("howMuch"), required: true, value: "3" },
        {
          kind: "choice",
          name: "definition.period",
          label: t("period"),
          required: true,
          choices: periods.map((value) => ({ value, name: t(value) })),
        },
        { kind: "instant", zone, name: "definition.startsAt", label: t("startsAt"), required: true },
        { kind: "instant", zone, name: "definition.endsAt", label: t("endsAt") },
        { kind: "whole", name: "definition.points", label: t("points"), required: true },
        text("definition.badgeName.en", t("badgeEn"), false),
        { kind: "whole", name: "definition.awardsMost", label: t("most"), required: true },
      ]}
      confirm={t("draft")}
      done={t("drafted")}
    />
  );
}
