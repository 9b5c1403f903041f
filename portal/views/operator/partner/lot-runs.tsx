import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { RiskPartner } from "#portal/views/operator/partner/risk.tsx";

type Run = NonNullable<RiskPartner["lotRuns"]>[number];

/** The partner's points that nobody has paid for, and what was done to all of them. */
export async function LotRuns({ partner: { unfundedLots: lots, lotRuns } }: { partner: RiskPartner }) {
  const t = await getTranslations("risk");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  if (!lots) return null;
  return (
    <Panel title={t("unfunded")}>
      <p>
        <span className="figures font-semibold text-2xl tracking-[-0.025em]">{texts.points(lots.points)}</span>{" "}
        <span className="text-ink-faint">{operator("points")}</span>
      </p>
      <p className="text-ink-soft">
        {texts.money(lots.value)} ·{" "}
        {t("unfundedText", { lots: texts.points(lots.lotCount), members: texts.points(lots.memberCount) })}
        {lots.blockedPoints > 0 ? ` · ${t("blocked", { points: texts.points(lots.blockedPoints) })}` : ""}
      </p>
      {(lotRuns ?? []).length > 0 ? <h3 className="mt-5 mb-2 font-medium">{t("runs")}</h3> : null}
      <ul className="grid gap-3">
        {(lotRuns ?? []).map((run) => (
          <li key={run.id} className="rounded-xl border border-line px-4 py-3">
            <RunOf run={run} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function RunOf({ run }: { run: Run }) {
  const t = await getTranslations("risk");
  const texts = await getTexts();
  // Members who were given points meanwhile come on top of those who had them.
  const members = Math.max(run.membersFound, run.membersDone);
  const progress = t("runProgress", { done: texts.points(run.membersDone), total: texts.points(members) });
  return (
    <>
      <p className="flex flex-wrap items-center gap-3 font-medium">
        {t(run.kind, { share: texts.share((run.haircutBps ?? 0) / 10_000) })} <Status state={run.state} />
      </p>
      <p className="text-ink-soft">“{run.reason}”</p>
      {run.state === "RUNNING" ? (
        <ShareBar share={members === 0 ? 1 : run.membersDone / members} label={progress} />
      ) : null}
      <p className="text-ink-faint text-sm">
        {progress} · {texts.instant(run.startedAt)}
      </p>
    </>
  );
}
