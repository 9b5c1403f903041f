import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { type clubPage, openClubPool, setPoolShare } from "#schema/documents.ts";

type Club = NonNullable<AnswerOf<typeof clubPage>["club"]>;
type Pool = NonNullable<Club["pool"]>;
type Place = NonNullable<Club["memberships"]["edges"][number]["node"]["place"]>;

/** What the club fills together, and under which rule; or opening one. */
export async function ClubPoolPanel({ club, deeds }: { club: Club; deeds: boolean }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const { pool } = club;
  if (!pool) return deeds ? <NoPool clubId={club.id} /> : null;
  const most = pool.monthMost === null ? t("noBound") : texts.points(pool.monthMost);
  return (
    <Panel title={t("pool")} aside={deeds ? <SetShare pool={pool} /> : null}>
      <p className="figures mb-3 font-semibold text-3xl tracking-[-0.03em]">{texts.points(pool.points)}</p>
      <Facts
        facts={[
          [t("poolShare"), most],
          [t("onLeaving"), t(`onLeaving_${pool.onLeaving}`)],
          [t("since"), texts.date(pool.openedAt)],
        ]}
      />
    </Panel>
  );
}

async function NoPool({ clubId }: { clubId: string }) {
  const t = await getTranslations("privilegeDesk");
  const rules = ["RETURNS", "STAYS"] as const;
  return (
    <Panel title={t("pool")}>
      <p className="mb-4 text-ink-soft">{t("poolText")}</p>
      <DeedDialog
        operation={openClubPool}
        input={{ clubId }}
        takes={{ key: true }}
        fields={[
          { name: "monthMost", label: t("poolShare"), kind: "whole", hint: t("poolShareHint") },
          {
            name: "onLeaving",
            label: t("onLeaving"),
            kind: "choice",
            required: true,
            hint: t("onLeavingHint"),
            choices: rules.map((rule) => ({ value: rule, name: t(`onLeaving_${rule}`) })),
          },
        ]}
        look="secondary"
        button={t("openPool")}
        title={t("openPool")}
        text={t("openPoolText")}
        confirm={t("openPool")}
        done={t("poolOpened")}
      />
    </Panel>
  );
}

/** Everybody's share, or with a place that of one. */
export async function SetShare({ pool, place }: { pool: Pool; place?: Place }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const now = (place ?? pool).monthMost;
  const bound = now === null ? t(place ? "asEverybody" : "noBound") : texts.points(now);
  return (
    <DeedDialog
      operation={setPoolShare}
      input={{ poolId: pool.id, ...(place ? { poolPlaceId: place.id } : {}) }}
      takes={{}}
      fields={[
        {
          name: "monthMost",
          label: t("poolShare"),
          kind: "whole",
          hint: t(place ? "ownShareHint" : "poolShareHint"),
          ...(now === null ? {} : { value: String(now) }),
        },
      ]}
      look="secondary"
      size="small"
      button={place ? bound : t("changeShare")}
      title={t("changeShare")}
      text={t("changeShareText")}
      confirm={t("changeShare")}
      done={t("shareChanged")}
    />
  );
}
