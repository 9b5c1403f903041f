import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { BankBoard } from "#portal/views/operator/recon/board.tsx";
import { boardOf } from "#portal/views/operator/recon/board-rows.ts";
import { BreakAges, ReconFigures } from "#portal/views/operator/recon/figures.tsx";
import { ReconFrame } from "#portal/views/operator/recon/frame.tsx";
import { reconBoard, reconOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("recon"))("title") };
}

const SHOWN = 50;

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
              {...(await boardOf(answer))}
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
