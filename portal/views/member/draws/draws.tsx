import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { OpenDraw } from "#portal/views/member/draws/open.tsx";
import { PastDraw } from "#portal/views/member/draws/past.tsx";
import type { memberDraws } from "#schema/documents.ts";

type Answer = AnswerOf<typeof memberDraws>;
export type Draw = Answer["draws"]["edges"][number]["node"];

/** What can be won and with what chance; who won before, and where to check it. */
export async function MemberDraws({ answer }: { answer: Answer }) {
  const t = await getTranslations("draws");
  const draws = answer.draws.edges.map(({ node }) => node);
  const open = draws.filter(({ state }) => state === "OPEN");
  const past = draws.filter(({ state }) => state !== "OPEN");
  const viewer = answer.viewer?.__typename === "MemberViewer" ? answer.viewer.member : null;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {draws.length === 0 ? (
        <Panel>
          <Empty title={t("emptyTitle")} action={<ButtonLink href="/me/offers">{t("toOffers")}</ButtonLink>}>
            {t("emptyText")}
          </Empty>
        </Panel>
      ) : null}
      <div className="grid gap-6">
        {open.map((draw) => (
          <OpenDraw key={draw.id} draw={draw} available={viewer?.balance?.available ?? 0} />
        ))}
        {past.length > 0 ? (
          <section>
            <h2 className="mb-3 font-semibold text-lg tracking-[-0.01em]">{t("past")}</h2>
            <div className="grid gap-4">
              {past.map((draw) => (
                <PastDraw key={draw.id} draw={draw} />
              ))}
            </div>
          </section>
        ) : null}
      </div>
    </>
  );
}
