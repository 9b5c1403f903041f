import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { allNodes } from "#portal/lib/pages.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { BankBoard } from "#portal/views/operator/recon/board.tsx";
import { boardOf } from "#portal/views/operator/recon/board-rows.ts";
import { BreakAges, ReconFigures } from "#portal/views/operator/recon/figures.tsx";
import { ReconFrame } from "#portal/views/operator/recon/frame.tsx";
import { reconBoard, reconHints, reconOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("title") };
}

const SHOWN = 50;
/** Suggestions are deep, and the gateway answers only so much at once. */
const HINTS_PAGE = 3;
const HINTS_MOST = 24;

export default async function Reconciliation() {
  const t = await getTranslations("recon");
  const texts = await getTexts();
  const [overview, answer, { roles }] = await Promise.all([
    ifAllowed(read(reconOverview, {})),
    ifAllowed(read(reconBoard, { first: SHOWN })),
    requireViewer("OperatorStaff"),
  ]);
  if (!overview || !answer) return <NoPermission homeHref="/operator" />;
  const more = answer.reconItems.pageInfo.hasNextPage || answer.payments.pageInfo.hasNextPage;
  return (
    <ReconFrame part="">
      <div className="grid gap-6">
        <ReconFigures books={overview.bankReconciliation} />
        <section className="panel overflow-clip">
          <IslandTexts names={["board", "recon"]}>
            <BankBoard
              {...(await boardOf(answer, await hinted()))}
              currencyCode={texts.currencyCode}
              works={roles.includes("OPERATOR_CLERK")}
            />
          </IslandTexts>
          {more ? (
            <p className="border-line border-t px-5 py-3 text-ink-soft">
              {t("boardMore", { count: texts.points(SHOWN) })}
            </p>
          ) : null}
        </section>
        <BreakAges queue={overview.breakQueue} />
      </div>
    </ReconFrame>
  );
}

/** What the hub suggests for the newest receipts without an owner. */
async function hinted() {
  const found = [];
  const pages = allNodes(async (after) => (await read(reconHints, { first: HINTS_PAGE, after })).reconItems);
  for await (const item of pages) {
    found.push(item);
    if (found.length === HINTS_MOST) break;
  }
  return found;
}
