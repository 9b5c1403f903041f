import { Sparkles, Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { categoryWords } from "#portal/lib/category-words.ts";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Chips } from "#portal/ui/chips.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { SearchForm } from "#portal/ui/search-form.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { type memberCards, type memberPartners, setSpendGuard } from "#schema/documents.ts";

type Partner = AnswerOf<typeof memberPartners>["partners"]["edges"][number]["node"];
type Guard = NonNullable<MemberOf<typeof memberCards>["spendGuard"]>;
type PartnersProps = {
  partners: readonly Partner[];
  /** What trades there are, whichever is asked for. */
  categories: readonly string[];
  /** How many offers the member has of a partner, by its id. */
  offers: ReadonlyMap<string, number>;
  guard: Guard | null;
  search: Search;
  next: string | null;
};

const PATH = "/me/partners";
const WHOLE_BPS = 10_000;

/** Everybody where points are collected or spent, and at what rate. */
export async function PartnersPage({ partners, categories, offers, guard, search, next }: PartnersProps) {
  const t = await getTranslations("partnerGuide");
  const table = await getTranslations("table");
  const categoryName = await categoryWords();
  const picking = search["pick"] === "1";
  const { pick: _pick, ...filters } = search;
  const chip = (category: string | null, name: string) => ({
    href: address(PATH, search, { category, after: null }),
    name,
    current: (search["category"] ?? null) === category,
  });
  return (
    <>
      <PageHead title={picking ? t("pickTitle") : t("title")} lead={picking ? t("pickLead") : t("lead")} />
      <div className="mb-5 grid gap-3">
        <SearchForm name="q" label={t("search")} search={search} />
        <Chips
          label={t("category")}
          chips={[chip(null, t("allCategories")), ...categories.map((one) => chip(one, categoryName(one)))]}
        />
      </div>
      {partners.length === 0 ? (
        <Panel>
          {isFiltered(filters) ? (
            <FilteredEmpty clearHref={address(PATH, picking ? { pick: "1" } : {})} />
          ) : (
            <Empty title={t("emptyTitle")} />
          )}
        </Panel>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {partners.map((partner) => (
          <PartnerCard
            key={partner.id}
            partner={partner}
            category={categoryName(partner.category)}
            offers={picking ? 0 : (offers.get(partner.id) ?? 0)}
            guard={picking ? guard : null}
          />
        ))}
      </ul>
      {next ? (
        <ButtonLink href={address(PATH, search, { after: next })} className="mt-4 h-11">
          {table("next")}
        </ButtonLink>
      ) : null}
    </>
  );
}

type CardProps = { partner: Partner; category: string; offers: number; guard: Guard | null };

async function PartnerCard({ partner, category, offers, guard }: CardProps) {
  const t = await getTranslations("partnerGuide");
  const texts = await getTexts();
  const { id, name, rates, locations } = partner;
  const places = locations.edges.map(({ node }) => node.name).join(" · ");
  return (
    <li className="panel flex flex-col px-5 py-4">
      <div className="flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-strong">
          <Store className="size-5" aria-hidden="true" />
        </span>
        <div className="min-w-0">
          <p className="eyebrow">{category}</p>
          <h2 className="font-semibold text-lg leading-snug tracking-[-0.01em]">{name}</h2>
          {places ? <p className="truncate text-ink-faint text-sm">{places}</p> : null}
        </div>
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-3">
        <Rate name={t("earn")}>{rates?.issues && rates.earnBps > 0 ? texts.rate(rates.earnBps) : t("nothing")}</Rate>
        {rates?.isCharity ? (
          <Rate name={t("takes")}>{t("donations")}</Rate>
        ) : (
          <Rate name={t("spend")}>
            {!rates?.accepts
              ? t("nothing")
              : rates.redeemShareMaxBps === WHOLE_BPS
                ? t("wholeReceipt")
                : t("upTo", { share: texts.rate(rates.redeemShareMaxBps) })}
          </Rate>
        )}
      </dl>
      {offers > 0 ? (
        <Link
          href={address("/me/offers", { partner: id })}
          className="-mx-5 mt-4 -mb-4 flex min-h-11 items-center gap-2 border-line border-t px-5 py-2.5 font-medium text-accent hover:underline"
        >
          <Sparkles className="size-4" aria-hidden="true" />
          {t("offers", { count: offers, offers: texts.points(offers) })}
        </Link>
      ) : null}
      {guard && rates?.accepts ? <Pick partnerId={id} guard={guard} /> : null}
    </li>
  );
}

function Rate({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="text-ink-faint text-sm">{name}</dt>
      <dd className="font-semibold text-lg">{children}</dd>
    </div>
  );
}

/** Points are spent at the named partners only; with none named, anywhere. */
async function Pick({ partnerId, guard }: { partnerId: string; guard: Guard }) {
  const t = await getTranslations("partnerGuide");
  const named = guard.allowedPartners.map(({ id }) => id);
  const isNamed = named.includes(partnerId);
  const allowedPartnerIds = isNamed ? named.filter((id) => id !== partnerId) : [...named, partnerId];
  return (
    <div className="mt-3">
      <DeedButton
        operation={setSpendGuard}
        input={{ allowedPartnerIds }}
        look={isNamed ? "primary" : "secondary"}
        pressed={isNamed}
        done={t("picked")}
        className="min-h-11"
      >
        {isNamed ? t("allowed") : t("allow")}
      </DeedButton>
    </div>
  );
}
