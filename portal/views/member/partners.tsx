import { Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Filters, SearchFilter } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { type memberCards, type memberPartners, setSpendGuard } from "#schema/documents.ts";

type Partner = AnswerOf<typeof memberPartners>["partners"]["edges"][number]["node"];
type Guard = NonNullable<MemberOf<typeof memberCards>["spendGuard"]>;
type PartnersProps = { partners: readonly Partner[]; guard: Guard | null; search: Search; next: string | null };

const PATH = "/me/partners";

/** Everybody where points are collected or spent, and at what rate. */
export async function PartnersPage({ partners, guard, search, next }: PartnersProps) {
  const t = await getTranslations("partnerGuide");
  const table = await getTranslations("table");
  const picking = search["pick"] === "1";
  const { pick: _pick, ...filters } = search;
  return (
    <>
      <PageHead title={picking ? t("pickTitle") : t("title")} lead={picking ? t("pickLead") : t("lead")} />
      <Filters>
        {picking ? <input type="hidden" name="pick" value="1" /> : null}
        <SearchFilter name="q" label={t("search")} />
      </Filters>
      {partners.length === 0 ? (
        <Panel>{isFiltered(filters) ? <FilteredEmpty clearHref={PATH} /> : <Empty title={t("emptyTitle")} />}</Panel>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {partners.map((partner) => (
          <PartnerCard key={partner.id} partner={partner} guard={picking ? guard : null} />
        ))}
      </ul>
      {next ? (
        <ButtonLink href={address(PATH, search, { after: next })} className="mt-4">
          {table("next")}
        </ButtonLink>
      ) : null}
    </>
  );
}

async function PartnerCard({ partner, guard }: { partner: Partner; guard: Guard | null }) {
  const t = await getTranslations("partnerGuide");
  const texts = await getTexts();
  const { name, rates, locations } = partner;
  const places = locations.edges.map(({ node }) => node.name).join(" · ");
  return (
    <li className="panel px-5 py-4">
      <div className="flex items-start gap-3">
        <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent-strong">
          <Store className="size-5" aria-hidden="true" />
        </span>
        <div className="min-w-0">
          <h2 className="font-semibold">{name}</h2>
          {places ? <p className="truncate text-ink-faint text-sm">{places}</p> : null}
        </div>
      </div>
      <dl className="mt-3 grid grid-cols-2 gap-3">
        <div>
          <dt className="text-ink-faint text-sm">{t("earn")}</dt>
          <dd className="font-semibold text-lg">
            {rates?.issues ? texts.share(rates.earnBps / 10_000) : t("nothing")}
          </dd>
        </div>
        <div>
          <dt className="text-ink-faint text-sm">{rates?.isCharity ? t("donate") : t("spend")}</dt>
          <dd className="font-semibold text-lg">
            {rates?.isCharity
              ? "✓"
              : rates?.accepts
                ? t("upTo", { share: texts.share(rates.redeemShareMaxBps / 10_000) })
                : t("nothing")}
          </dd>
        </div>
      </dl>
      {guard && rates?.accepts ? <Pick partnerId={partner.id} guard={guard} /> : null}
    </li>
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
