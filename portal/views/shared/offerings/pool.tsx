import { getTranslations } from "next-intl/server";
import { operatorOffer, partnerOffer } from "#portal/lib/offer.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { ExportMenu } from "#portal/ui/export-menu.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Stat } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { memberField } from "#portal/views/shared/member-field.ts";
import { OfferingDeeds } from "#portal/views/shared/offerings/deeds.tsx";
import { Languages } from "#portal/views/shared/offerings/languages.tsx";
import { EditPool, factsOf, PoolPreview } from "#portal/views/shared/offerings/pool-panel.tsx";
import { mayEdit, offeringsPath, type Pool, poolPath, type View } from "#portal/views/shared/offerings/types.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { cancelCouponRun, generateCoupons, giveCoupon, importCoupons } from "#schema/documents.ts";

type PoolProps = { pool: Pool; view: View; search: Search };

/** A pool with its codes: how many, whose, used or not; and where more come from. */
export async function CouponPoolView({ pool, view, search }: PoolProps) {
  const { house } = view;
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const name = said(pool.name, texts.locale);
  const mine = mayEdit(house, pool, house.partnerId);
  const offer = house.shell === "partner" ? partnerOffer : operatorOffer;
  const { figures } = pool;
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: offeringsPath(house) }]} here={name} />
      <PageHead
        title={name}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <Status state={shownState(pool.state)} />
            {said(pool.terms, texts.locale)}
          </span>
        }
        actions={
          mine ? (
            <>
              <EditPool pool={pool} view={view} />
              {pool.state === "ACTIVE" ? <Give poolId={pool.id} /> : null}
              <OfferingDeeds id={pool.id} state={pool.state} name={name} />
            </>
          ) : null
        }
      />
      {figures && pool.kind === "SINGLE_USE" ? (
        <div className="mb-6 grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-4">
          <Stat label={t("codes")} value={texts.points(figures.codes)} />
          <Stat label={t("given")} value={texts.points(figures.given)} />
          <Stat label={t("used")} value={texts.points(figures.used)} />
        </div>
      ) : null}
      <div className="mb-6 grid items-start gap-6 lg:grid-cols-2">
        <Panel title={t("preview")} aside={<Languages texts={[pool.name, pool.terms]} view={view} />}>
          <PoolPreview pool={pool} view={view} />
        </Panel>
        <Panel title={t("holds")}>
          <Facts facts={[[t("code"), <code key="code">{pool.code}</code>], ...(await factsOf(pool))]} />
        </Panel>
      </div>
      {pool.kind === "SINGLE_USE" && figures ? <Runs pool={pool} mine={mine} /> : null}
      <Panel
        title={t("codesTitle")}
        flush
        aside={<ExportMenu {...offer("COUPON_CODES", { objectId: pool.id })} formats={["CSV", "XLSX"]} />}
      >
        <PagedTable
          caption={t("codesTitle")}
          columns={[
            { id: "code", name: t("code") },
            { id: "state", name: t("state") },
            { id: "member", name: t("member") },
            { id: "givenAt", name: t("givenAt") },
            { id: "usedAt", name: t("usedAt") },
          ]}
          rows={pool.coupons.edges.map(({ node }) => ({
            id: node.id,
            cells: {
              code: <code className="whitespace-nowrap">{node.code}</code>,
              state: <Status state={node.state} />,
              member: node.member?.name ?? "–",
              givenAt: node.givenAt ? texts.instant(node.givenAt) : "–",
              usedAt: node.usedAt ? texts.instant(node.usedAt) : "–",
            },
          }))}
          empty={<Empty title={t("noCodesTitle")}>{t("noCodesText")}</Empty>}
          path={poolPath(house, pool.id)}
          search={search}
          pageInfo={pool.coupons.pageInfo}
        />
      </Panel>
    </>
  );
}

/** One of its coupons for one of the house's own customers, by hand. */
async function Give({ poolId }: { poolId: string }) {
  const t = await getTranslations("offerings");
  return (
    <DeedDialog
      operation={giveCoupon}
      input={{ couponPoolId: poolId }}
      takes={{ key: true }}
      fields={[await memberField()]}
      look="secondary"
      button={t("give")}
      title={t("give")}
      text={t("giveText")}
      confirm={t("give")}
      done={t("giveDone")}
    />
  );
}

/** Where codes come from, and how far each making of them is. */
async function Runs({ pool: { id, runs, state }, mine }: { pool: Pool; mine: boolean }) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const takes = { key: true } as const;
  return (
    <Panel
      title={t("runs")}
      note={t("runsNote")}
      className="mb-6"
      aside={
        mine && state !== "ENDED" ? (
          <span className="flex flex-wrap gap-2">
            <DeedDialog
              operation={importCoupons}
              input={{ couponPoolId: id }}
              takes={takes}
              fields={[
                { name: "file", kind: "file", accept: ".csv,text/csv,text/plain", label: t("file"), required: true },
              ]}
              look="secondary"
              size="small"
              button={t("import")}
              title={t("import")}
              text={t("importText")}
              confirm={t("import")}
              done={t("importDone")}
            />
            <DeedDialog
              operation={generateCoupons}
              input={{ couponPoolId: id }}
              takes={takes}
              fields={[{ name: "count", kind: "whole", label: t("howMany"), required: true, value: "1000" }]}
              size="small"
              button={t("generate")}
              title={t("generate")}
              text={t("generateText")}
              confirm={t("generate")}
              done={t("generateDone")}
            />
          </span>
        ) : null
      }
    >
      {runs.length === 0 ? <p className="text-ink-soft">{t("noRuns")}</p> : null}
      <ul className="grid gap-4">
        {runs.map((run) => {
          const done = run.made + run.skipped;
          const told = t("runTold", { made: texts.points(run.made), wanted: texts.points(run.wanted) });
          const isOpen = run.state === "QUEUED" || run.state === "RUNNING";
          return (
            <li key={run.id}>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <Status state={run.state} />
                <span className="grow">
                  {t(`run_${run.kind}`)} · <span className="figures">{told}</span>
                  {run.skipped > 0 ? ` · ${t("skipped", { count: texts.points(run.skipped) })}` : null}
                </span>
                <span className="text-ink-faint text-sm">{texts.instant(run.createdAt)}</span>
                {mine && isOpen ? (
                  <DeedDialog
                    operation={cancelCouponRun}
                    input={{ couponRunId: run.id }}
                    takes={{}}
                    look="secondary"
                    size="small"
                    button={t("stopRun")}
                    title={t("stopRun")}
                    text={t("stopRunText")}
                    confirm={t("stopRun")}
                    done={t("stopped")}
                  />
                ) : null}
              </div>
              {isOpen ? <ShareBar share={Math.min(1, done / run.wanted)} label={told} /> : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
