import { getTranslations } from "next-intl/server";
import { getTexts, getTextsIn } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { CouponTicket } from "#portal/views/shared/offerings/coupon-ticket.tsx";
import { EditDraft } from "#portal/views/shared/offerings/edit.tsx";
import { poolFields } from "#portal/views/shared/offerings/forms.ts";
import { goodAtField } from "#portal/views/shared/offerings/good-at.tsx";
import { OfferingPanel } from "#portal/views/shared/offerings/row.tsx";
import { mayEdit, type PoolRow, poolPath, type View } from "#portal/views/shared/offerings/types.ts";
import { wallOf } from "#portal/views/shared/wall.ts";
import { editCouponPool } from "#schema/documents.ts";

/** A pool as a member sees one of its coupons, and how much of it is gone. */
export async function PoolPanel({ pool, view }: { pool: PoolRow; view: View }) {
  const t = await getTranslations("offerings");
  const { house } = view;
  const mine = mayEdit(house, pool, house.partnerId);
  return (
    <OfferingPanel
      row={pool}
      view={view}
      mine={mine}
      preview={<PoolPreview pool={pool} view={view} />}
      facts={await factsOf(pool)}
      actions={
        <>
          {pool.figures ? (
            <ButtonLink href={poolPath(house, pool.id)} size="small">
              {t("openPool")}
            </ButtonLink>
          ) : null}
          {mine ? <EditPool pool={pool} view={view} /> : null}
        </>
      }
    />
  );
}

/** One of its coupons, as the member who holds it meets it. */
export async function PoolPreview({ pool, view: { shown } }: { pool: PoolRow; view: View }) {
  const t = await getTranslations({ locale: shown, namespace: "coupons" });
  const texts = await getTextsIn(shown);
  const whose = pool.partner?.name ?? t("everywhere");
  return (
    <CouponTicket
      name={said(pool.name, shown)}
      terms={said(pool.terms, shown)}
      partner={whose}
      symbol={pool.symbol}
      where={t("goodAt", { places: pool.goodAt.map(({ name }) => name).join(", ") || whose })}
      until={pool.validUntil ? t("until", { date: texts.date(pool.validUntil) }) : undefined}
    />
  );
}

/** Only a draft is written anew; who has no say over where its coupons are good leaves that as it is. */
export async function EditPool({ pool, view }: { pool: PoolRow; view: View }) {
  const t = await getTranslations("offerings");
  if (pool.state !== "DRAFT") return null;
  const fields = poolFields(t, wallOf(await getTexts()), pool.kind, pool);
  const besides = await goodAtField(view, { known: pool.goodAt });
  const kept = besides ? {} : { partnerIds: pool.goodAt.map(({ id }) => id) };
  const input = { offeringId: pool.id, ...kept };
  return <EditDraft operation={editCouponPool} input={input} fields={fields} besides={besides} />;
}

/** What holds for a pool, and how much of it is gone. */
export async function factsOf({
  kind,
  promoCode,
  figures,
  usesMax,
  usesPerMember,
  transferable,
  lastsDays,
  validFrom,
  validUntil,
  goodAt,
}: PoolRow): Promise<[string, React.ReactNode][]> {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const used = figures?.used ?? 0;
  const most = kind === "PROMO_CODE" ? usesMax : (figures?.codes ?? null);
  const gone = most === null ? texts.points(used) : t("usedOf", { used: texts.points(used), most: texts.points(most) });
  const span = validUntil
    ? `${texts.date(validFrom)} – ${texts.date(validUntil)}`
    : t("goodFrom", { date: texts.date(validFrom) });
  return [
    promoCode ? [t("promoCode"), <code key="promo">{promoCode}</code>] : [t("kind"), t(`kind_${kind}`)],
    [t("goodFromTo"), span],
    ...(goodAt.length === 0 ? [] : ([[t("goodAt"), goodAt.map(({ name }) => name).join(", ")]] as [string, string][])),
    ...(lastsDays === null ? [] : ([[t("lastsDays"), texts.points(lastsDays)]] as [string, string][])),
    ...(usesPerMember === null ? [] : ([[t("usesPerMember"), texts.points(usesPerMember)]] as [string, string][])),
    ...(kind === "SINGLE_USE" ? ([[t("transferableFact"), t(transferable ? "yes" : "no")]] as [string, string][]) : []),
    ...(figures && kind === "SINGLE_USE" ? ([[t("given"), texts.points(figures.given)]] as [string, string][]) : []),
    ...(figures
      ? ([
          [
            t("used"),
            <span key="used" className="block min-w-36">
              <span className="figures block">{gone}</span>
              {most ? <Meter share={used / most} label={gone} /> : null}
            </span>,
          ],
        ] as [string, React.ReactNode][])
      : []),
  ];
}
