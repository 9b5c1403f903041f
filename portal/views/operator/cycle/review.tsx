import { ShieldAlert, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { CycleHead, CycleProof } from "#portal/lib/cycle.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";

/** What the cycle was computed from, and whether computing it again gives the same. */
export async function Control({ control }: { control: NonNullable<CycleProof["control"]> }) {
  const t = await getTranslations("clearing");
  const texts = await getTexts();
  const Sign = control.isRecomputed ? ShieldCheck : ShieldAlert;
  const facts: [ReactNode, ReactNode | null][] = [
    [t("frozenEntries"), texts.points(control.entryCount)],
    [t("frozenLines"), texts.points(control.lineCount)],
    [t("drift"), <Money key="drift" value={control.difference} sign="always" />],
    [
      t("statementsHash"),
      control.statementsHash ? (
        <code key="hash" className="select-all text-[0.8125rem]">
          {control.statementsHash}
        </code>
      ) : null,
    ],
  ];
  return (
    <Panel title={t("controlTitle")}>
      <p
        data-recomputed={control.isRecomputed}
        className={`mb-3 flex gap-3 rounded-lg px-4 py-3 ${control.isRecomputed ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
      >
        <Sign className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
        {control.isRecomputed ? t("controlOk") : t("controlBad", { rules: control.brokenRules.join(", ") })}
      </p>
      <Facts facts={facts.filter((fact): fact is [ReactNode, ReactNode] => fact[1] !== null)} />
    </Panel>
  );
}

/** How many partners have said yes, and until when that matters. */
export async function Review({ review, cycle }: { review: NonNullable<CycleProof["review"]>; cycle: CycleHead }) {
  const t = await getTranslations("clearing");
  const texts = await getTexts();
  const share = review.statementCount === 0 ? 0 : review.confirmedCount / review.statementCount;
  const words = t("reviewConfirmed", {
    confirmed: texts.points(review.confirmedCount),
    total: texts.points(review.statementCount),
  });
  return (
    <Panel
      title={t("reviewTitle")}
      aside={
        <Link href={`/operator/cycles/${cycle.id}/statements`} className="text-accent hover:underline">
          {t("tabStatements")}
        </Link>
      }
    >
      <p className="figures font-semibold text-xl">{words}</p>
      <span role="img" aria-label={words} className="my-2.5 block h-2 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-good" style={{ width: `${share * 100}%` }} />
      </span>
      {review.endsAt ? (
        <p className="text-ink-faint text-sm">
          {cycle.state !== "IN_REVIEW"
            ? t("reviewWas", { at: texts.instant(review.endsAt) })
            : Date.parse(review.endsAt) > Date.now()
              ? t("reviewEnds", { at: texts.instant(review.endsAt) })
              : t("reviewOver", { at: texts.instant(review.endsAt) })}
        </p>
      ) : null}
    </Panel>
  );
}

/** What began in earlier cycles and was posted in this one. */
export async function LateItems({ cycle, items }: { cycle: CycleHead; items: CycleProof["lateItems"] }) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const names = await getTranslations("sectionsOf");
  const texts = await getTexts();
  if (items.length === 0) return null;
  return (
    <Panel title={t("lateTitle")} note={t("lateNote")} flush>
      <DataTable
        caption={t("lateTitle")}
        columns={[
          { id: "origin", name: t("origin") },
          { id: "section", name: t("section") },
          { id: "entries", name: t("entryCount"), align: "end" },
          { id: "amount", name: operator("amount"), align: "end" },
        ]}
        rows={items.map((item) => ({
          id: `${item.originCycle.id} ${item.section}`,
          href: address("/operator/entries", { cycle: cycle.id, origin: item.originCycle.id, section: item.section }),
          cells: {
            origin: operator("cycleNumber", { number: String(item.originCycle.seq) }),
            section: names(item.section),
            entries: texts.points(item.entryCount),
            amount: <Money value={item.amount} sign="always" />,
          },
        }))}
        empty={null}
        offer={operatorOffer("ENTRIES", { cycleId: cycle.id })}
      />
    </Panel>
  );
}

type WaitingProps = { requests: CycleProof["waitingRequests"]; names: (actor: string | null) => string };

/** What a second person has to decide before the cycle goes on. */
export async function Waiting({ requests, names }: WaitingProps) {
  const t = await getTranslations("clearing");
  const operator = await getTranslations("operator");
  const actions = await getTranslations("actions");
  const texts = await getTexts();
  if (requests.length === 0) return null;
  return (
    <div role="note" className="rounded-xl bg-warn-soft px-5 py-4 text-warn">
      <p className="font-semibold">{t("waitingTitle")}</p>
      <ul className="mt-1 grid gap-1">
        {requests.map((request) => {
          const action = request.action as Parameters<typeof actions.has>[0];
          return (
            <li key={request.id}>
              {actions.has(action) ? actions(action) : request.action}: “{request.reason}”{" "}
              {operator("bySomeone", { name: names(request.requestedBy), at: texts.instant(request.requestedAt) })}
            </li>
          );
        })}
      </ul>
      <Link href="/operator/approvals" className="mt-2 inline-block font-medium underline underline-offset-4">
        {t("toApprovals")}
      </Link>
    </div>
  );
}
