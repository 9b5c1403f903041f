import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Step, Stepper } from "#portal/ui/stepper.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { DrawDeeds } from "#portal/views/operator/draws/deeds.tsx";
import { DeskProof, DeskWinners } from "#portal/views/operator/draws/outcome.tsx";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { DrawTerms } from "#portal/views/shared/draws/terms.tsx";
import type { drawPage } from "#schema/documents.ts";

export type DeskDraw = NonNullable<AnswerOf<typeof drawPage>["draw"]>;
type DeskProps = { draw: DeskDraw; house: House; names: (actor: string | null) => string };

/** One draw from its draft to its protocol: where it stands, who took each step, and what comes next. */
export async function DrawDesk({ draw, house, names }: DeskProps) {
  const t = await getTranslations("drawDesk");
  const texts = await getTexts();
  const name = said(draw.name, texts.locale);
  const isPublic = draw.seedHash !== null;
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: "/operator/draws" }]} here={name} />
      <PageHead
        title={name}
        lead={<Status state={shownState(draw.state)} />}
        actions={
          <>
            {isPublic ? <ButtonLink href={`/draws/${draw.id}`}>{t("publicPage")}</ButtonLink> : null}
            <DrawDeeds draw={draw} house={house} />
          </>
        }
      />
      <div className="grid gap-6">
        <Panel title={t("stands")}>
          <Stepper label={t("stands")} steps={await stepsOf(draw, names)} />
          <p className="mt-4 text-ink-soft">{await nextWords(draw)}</p>
          {draw.request ? (
            <p className="mt-4 flex flex-wrap items-center gap-3 rounded-lg bg-warn-soft px-4 py-3 text-warn">
              {t("waits")}
              <ButtonLink href="/operator/approvals" size="small">
                {t("toApprovals")}
              </ButtonLink>
            </p>
          ) : null}
        </Panel>
        {draw.winners.length > 0 ? <DeskWinners draw={draw} /> : null}
        {isPublic ? <DeskProof draw={draw} /> : null}
        <DrawTerms draw={draw} texts={texts} />
      </div>
    </>
  );
}

const way = ["DRAFT", "IN_REVIEW", "REVIEWED", "OPEN", "CLOSED", "COMMITTED", "DRAWN", "PUBLISHED"];

async function stepsOf(draw: DeskDraw, names: DeskProps["names"]): Promise<Step[]> {
  const states = await getTranslations("states");
  const texts = await getTexts();
  const now = way.indexOf(draw.state);
  return way.map((state, at) => {
    const taken = draw.steps.findLast(({ to }) => to === state);
    const word = shownState(state) as Parameters<typeof states>[0];
    const detail = taken && at <= now ? `${texts.instant(taken.takenAt)} · ${names(taken.by)}` : undefined;
    const place = at < now ? "done" : at === now ? "now" : "ahead";
    return { name: states(word), detail, place };
  });
}

async function nextWords({ state, closesAt }: DeskDraw): Promise<string> {
  const t = await getTranslations("drawDesk");
  const texts = await getTexts();
  if (state === "PUBLISHED" || state === "CANCELLED") return "";
  return t(`next_${state}`, { at: texts.instant(closesAt) });
}
