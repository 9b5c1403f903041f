import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { Chain } from "#portal/views/shared/journeys/chain.tsx";
import { JourneyDeeds } from "#portal/views/shared/journeys/deeds.tsx";
import {
  type House,
  isOwn,
  type Journey,
  journeysPath,
  type Run,
  type Version,
} from "#portal/views/shared/journeys/types.ts";
import { triggerWords } from "#portal/views/shared/journeys/words.ts";

/** One journey: its chain with who stands where, and how it came about. */
export async function JourneyView({ journey, runs, house }: { journey: Journey; runs: readonly Run[]; house: House }) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  const [version] = journey.versions;
  if (!version) return null;
  const running = journey.versions.find(({ state }) => state === "LIVE" || state === "PAUSED");
  const title = said(version.definition.title, texts.locale);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: journeysPath(house) }]} here={title} />
      <PageHead
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Status state={shownState(version.state)} />
            <span>{journey.partner?.name ?? t("coalition")}</span>
            <span>{t("version", { version: version.version })}</span>
          </span>
        }
        actions={isOwn(journey, house) ? <JourneyDeeds journey={journey} version={version} house={house} /> : null}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1.5fr_1fr]">
        <div className="grid gap-6">
          {running && running.id !== version.id ? <ChainPanel version={running} title={t("runs")} /> : null}
          <ChainPanel version={version} title={running && running.id !== version.id ? t("prepared") : t("chain")} />
        </div>
        <div className="grid gap-6">
          <Totals version={running ?? version} />
          <Members runs={runs} />
          <Panel title={t("history")}>
            <Timeline
              label={t("history")}
              moments={version.steps.map(({ id, to, takenAt, reason }) => ({
                id,
                title: <Status state={shownState(to)} />,
                when: texts.instant(takenAt),
                note: reason ?? undefined,
              }))}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

async function ChainPanel({ version, title }: { version: Version; title: string }) {
  const t = await getTranslations("journeys");
  const { trigger, stopsOnPurchase } = version.definition;
  return (
    <Panel
      title={title}
      note={`${await triggerWords(trigger)}. ${stopsOnPurchase ? t("stopsOnPurchase") : t("staysOnPurchase")}`}
    >
      <Chain version={version} />
    </Panel>
  );
}

async function Totals({ version: { counts } }: { version: Version }) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  return (
    <Panel title={t("members")}>
      <Facts
        facts={[
          [t("running"), texts.points(counts.running)],
          [t("finished"), texts.points(counts.finished)],
          [t("left"), texts.points(counts.stopped)],
          [t("failed"), texts.points(counts.failed)],
        ]}
      />
    </Panel>
  );
}

async function Members({ runs }: { runs: readonly Run[] }) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  if (runs.length === 0) return null;
  return (
    <Panel title={t("lastMembers")}>
      <ul className="grid">
        {runs.map(({ id, member, state, step, dueAt, enteredAt, reason }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line/70 border-b py-2.5 last:border-b-0"
          >
            <span>
              <span className="font-medium">{member?.name ?? t("somebody")}</span>
              <span className="block text-ink-faint text-sm">
                {state === "RUNNING" && dueAt
                  ? t("nextStep", { step: step + 1, when: texts.instant(dueAt) })
                  : t("since", { date: texts.date(enteredAt) })}
                {reason ? ` · ${t(`reason_${reasonOf(reason)}`)}` : ""}
              </span>
            </span>
            <Status state={state === "RUNNING" ? "ON_WAY" : state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const reasons = ["BOUGHT", "CONDITION", "JOURNEY_STOPPED", "STEP_BROKEN"] as const;
const reasonOf = (reason: string) => reasons.find((one) => one === reason) ?? "STEP_BROKEN";
