import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money } from "#portal/ui/amount.tsx";
import { Bars } from "#portal/ui/charts/bars.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { whatIf } from "#schema/documents.ts";

export type Replay = AnswerOf<typeof whatIf>["whatIf"];
type Replayed = Extract<Replay, { __typename: "WhatIf" }>;

const DRAWN_MOST = 10;

/** A closed cycle as it was and as it would have been: every partner's difference before anybody signs. */
export async function WhatIfView({ replay }: { replay: Replay }) {
  const t = await getTranslations("terms");
  if (replay.__typename !== "WhatIf")
    return (
      <p role="alert" className="rounded-xl bg-bad-soft px-5 py-4 text-bad">
        {t("refused", { message: "message" in replay ? replay.message : "" })}
      </p>
    );
  return <Compared replay={replay} />;
}

async function Compared({ replay }: { replay: Replayed }) {
  const t = await getTranslations("terms");
  const texts = await getTexts();
  const title = t("whatIfTitle", { number: String(replay.cycle.seq) });
  const drawn = replay.partners.slice(0, DRAWN_MOST);
  const [largest] = drawn;
  const own = [
    ["operatorMargin", replay.margin],
    ["operatorFees", replay.fees],
    ["operatorBreakage", replay.breakage],
    ["operatorFund", replay.fund],
  ] as const;
  return (
    <Panel title={title} note={t("leavesOut", { limits: replay.leavesOut.map((one) => t(one)).join(", ") })} flush>
      <div className="px-5 pb-5">
        <Bars
          title={title}
          summary={
            largest && Number(largest.difference.amount) !== 0
              ? t("whatIfSummary", { amount: texts.money(largest.difference, "always"), name: largest.partner.name })
              : t("whatIfNone")
          }
          nameOf={t("term")}
          names={drawn.map(({ partner }) => partner.name)}
          series={[
            { name: t("stored"), values: drawn.map(({ stored }) => Number(stored.amount)) },
            { name: t("replayed"), values: drawn.map(({ replayed }) => Number(replayed.amount)) },
          ]}
          print={(value) => texts.drawnMoney(value, "always")}
        />
      </div>
      <DataTable
        caption={title}
        columns={[
          { id: "name", name: t("whose") },
          { id: "stored", name: t("stored"), align: "end" },
          { id: "replayed", name: t("replayed"), align: "end" },
          { id: "difference", name: t("difference"), align: "end" },
        ]}
        rows={[
          ...replay.partners.map((row) => ({ key: row.partner.id, name: row.partner.name, ...row })),
          ...own.map(([name, figure]) => ({ key: name, name: t(name), ...figure })),
        ].map(({ key, name, stored, replayed, difference }) => ({
          id: key,
          cells: {
            name,
            stored: <Money column value={stored} sign="always" />,
            replayed: <Money column value={replayed} sign="always" />,
            difference: (
              <b className="font-semibold">
                <Money column value={difference} sign="always" />
              </b>
            ),
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}
