import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { BadgeSign } from "#portal/ui/badge-sign.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import {
  type ChallengeRow,
  type ChallengeRows,
  challengesPath,
  type House,
  mayDo,
} from "#portal/views/shared/challenges/types.ts";
import { givesOf, goalWords } from "#portal/views/shared/challenges/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";

type ListProps = { page: ChallengeRows; house: House; search: Search };

/** Challenges of the house and those of others that its members meet, newest first. */
export async function ChallengeList({ page, house, search }: ListProps) {
  const t = await getTranslations("challengeDesk");
  const path = challengesPath(house);
  const begin = mayDo(house, "draft") ? (
    <ButtonLink href={`${path}/new`} look="primary">
      <Plus className="size-4" aria-hidden="true" />
      {t("draft")}
    </ButtonLink>
  ) : null;
  const rows = page.edges.map(({ node }) => ({
    id: node.id,
    href: `${path}/${node.id}`,
    cells: {
      name: <Name challenge={node} />,
      goal: <Goal challenge={node} />,
      state: <Status state={shownState(node.state)} />,
      gives: <Gives challenge={node} />,
      given: <Given challenge={node} />,
    },
  }));
  return (
    <>
      <PageHead title={t("title")} lead={t(house.shell === "partner" ? "leadPartner" : "lead")} actions={begin} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "name", name: t("name") },
            { id: "goal", name: t("goal") },
            { id: "state", name: t("state") },
            { id: "gives", name: t("gives") },
            { id: "given", name: t("given"), align: "end" },
          ]}
          rows={rows}
          empty={
            <Empty title={t("empty")} action={begin}>
              {t("emptyText")}
            </Empty>
          }
          path={path}
          search={search}
          pageInfo={page.pageInfo}
        />
      </Panel>
    </>
  );
}

type OfRow = { challenge: ChallengeRow };

async function Name({ challenge: { name, badge, partner } }: OfRow) {
  const t = await getTranslations("challengeDesk");
  const { locale } = await getTexts();
  return (
    <span className="flex items-center gap-3">
      <BadgeSign icon={badge?.icon} size="small" />
      <span>
        {said(name, locale)}
        <span className="block font-normal text-ink-faint text-sm">{partner?.name ?? t("coalition")}</span>
      </span>
    </span>
  );
}

async function Goal({ challenge }: OfRow) {
  const t = await getTranslations("challengeDesk");
  return (
    <>
      {await goalWords(challenge)}
      <span className="block text-ink-faint text-sm">{t(challenge.period)}</span>
    </>
  );
}

async function Gives({ challenge }: OfRow) {
  return (
    <ul>
      {(await givesOf(challenge)).map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

async function Given({ challenge: { awardsGiven, awardsMost } }: OfRow) {
  const t = await getTranslations("challengeDesk");
  const texts = await getTexts();
  const given = awardsGiven ?? 0;
  const words = t("givenOf", { given: texts.points(given), most: texts.points(awardsMost) });
  return (
    <span className="inline-block min-w-24">
      {words}
      <ShareBar share={given / awardsMost} label={words} />
    </span>
  );
}
