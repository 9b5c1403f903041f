import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { CycleHead } from "#portal/lib/cycle.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { Trail } from "#portal/ui/trail.tsx";

const parts = [
  ["", "tabOverview"],
  ["/netting", "tabNetting"],
  ["/positions", "tabPositions"],
  ["/obligations", "tabObligations"],
  ["/statements", "tabStatements"],
] as const;

export type CyclePart = (typeof parts)[number][0];

type CycleFrameProps = { cycle: CycleHead; part: CyclePart; actions?: ReactNode; children: ReactNode };

/** What every page of a cycle has in common: which cycle, where it stands, and its other parts. */
export async function CycleFrame({ cycle, part, actions, children }: CycleFrameProps) {
  const t = await getTranslations("operator");
  const clearing = await getTranslations("clearing");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const title = t("cycleNumber", { number: String(cycle.seq) });
  const path = `/operator/cycles/${cycle.id}`;
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
        actions={actions}
      />
      <Tabs
        label={clearing("tabs")}
        tabs={parts.map(([suffix, name]) => ({
          href: `${path}${suffix}`,
          name: clearing(name),
          current: suffix === part,
        }))}
      />
      {children}
    </>
  );
}
