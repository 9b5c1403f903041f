import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Status } from "#portal/ui/status.tsx";
import { type Step, Stepper } from "#portal/ui/stepper.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { CycleDeeds } from "#portal/views/operator/cycle-deeds.tsx";
import { CycleMatrix } from "#portal/views/operator/cycle-matrix.tsx";
import { Obligations, Positions } from "#portal/views/operator/cycle-tables.tsx";
import type { cycleMatrix, cycleObligations, cyclePage, cyclePositions } from "#schema/documents.ts";

type CycleOf<Op> = AnswerOf<Op> extends { cycle: infer Found } ? NonNullable<Found> : never;

/** Read in four parts: together they would be more than the gateway answers at once. */
export type Cycle = CycleOf<typeof cyclePage> &
  CycleOf<typeof cycleMatrix> &
  CycleOf<typeof cyclePositions> &
  CycleOf<typeof cycleObligations>;
type Names = (actor: string | null) => string;

/** One cycle: where it stands, who did what, and every amount down to its entries. */
export async function CycleView({ cycle, names, roles }: { cycle: Cycle; names: Names; roles: readonly string[] }) {
  const t = await getTranslations("operator");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const title = t("cycleNumber", { number: String(cycle.seq) });
  return (
    <>
      <Trail crumbs={[{ name: sections("cycles"), href: "/operator/cycles" }]} here={title} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {title} <Status state={cycle.state} />
          </span>
        }
        lead={
          texts.period(cycle.opensAt, cycle.cutoffAt) +
          (cycle.version > 1 ? ` · ${t("version", { version: String(cycle.version) })}` : "")
        }
        actions={<CycleDeeds cycle={cycle} roles={roles} />}
      />
      <div className="grid gap-6">
        <Panel>
          <Stepper steps={await stepsOf(cycle, names)} label={t("steps")} />
        </Panel>
        {cycle.state === "OPEN" ? <p className="text-ink-soft">{t("stillOpen")}</p> : null}
        <Totals cycle={cycle} />
        <CycleMatrix cycle={cycle} />
        <Positions cycle={cycle} />
        <Obligations cycle={cycle} />
      </div>
    </>
  );
}

async function Totals({ cycle: { totals } }: { cycle: Cycle }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  if (!totals) return null;
  const partners = t("ofPartners", { count: totals.partnerCount, n: texts.points(totals.partnerCount) });
  return (
    <StatRow>
      <Stat label={t("gross")} value={texts.money(totals.gross)} note={partners} />
      <Stat
        label={t("net")}
        value={texts.money(totals.net)}
        note={`${t("saved")} ${texts.share(totals.savedBps / 10_000)}`}
      />
      <Stat label={t("payIns")} value={texts.money(totals.payIn)} href="#obligations" />
      <Stat label={t("payOuts")} value={texts.money(totals.payOut)} href="#obligations" />
    </StatRow>
  );
}

const way = ["OPEN", "CLOSING", "NETTED", "IN_REVIEW", "APPROVED", "SETTLING", "SETTLED"] as const;

async function stepsOf(cycle: Cycle, names: Names): Promise<Step[]> {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const standing = cycle.state === "SETTLED_WITH_DEFAULT" ? "SETTLED" : cycle.state;
  const now = way.indexOf(standing);
  const signed = (actor: string | null, at: string | null) =>
    actor && at ? t("bySomeone", { name: names(actor), at: texts.instant(at) }) : null;
  const details = {
    OPEN: t("untilDate", { date: texts.date(cycle.cutoffAt) }),
    CLOSING: signed(cycle.closedBy, cycle.closedAt),
    APPROVED: signed(cycle.approvedBy, cycle.approvedAt),
  } as Partial<Record<(typeof way)[number], string | null>>;
  return way.map((step, index) => ({
    name: t(`step${step}`),
    detail: details[step],
    place: index < now || standing === "SETTLED" ? "done" : index === now ? "now" : "ahead",
  }));
}
